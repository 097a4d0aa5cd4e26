// Speaks no protocol at all.
process.stdout.write('Hello! This is no frame, and there is a lot of it.\n'.repeat(10_000));
setInterval(() => {}, 1000);
