"""Words by themselves: how they compare, how hard they are to read, what an article is called. Knows no row."""
