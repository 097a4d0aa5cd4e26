// Never says a word, never reads, never ends.
setInterval(() => {}, 1000);
