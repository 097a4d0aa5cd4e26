// Dies before its first word, with a reason.
process.stderr.write('no licence for the moon\n');
process.exit(7);
