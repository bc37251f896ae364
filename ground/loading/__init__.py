"""What the project's own files say, brought into the database: row by row, all or nothing, and never against an editor.

`rows` and `refusals` say what a file holds and what is wrong with it, `tally` counts, `merging` applies one row,
`translations` brings words in other languages,
`command` is the frame of the commands. Which files there are, and what a row means, is each app's own.
"""
