/*
 * spreadsheet - what LibreOffice, without a screen, makes of a file.
 */
#ifndef TESTS_SUPPORT_SPREADSHEET_H
#define TESTS_SUPPORT_SPREADSHEET_H

/*
 * Open a file in a private folder as a spreadsheet does, and return all of it
 * as flat OpenDocument XML, from malloc.  Fails the running test when it
 * cannot be opened.
 */
char *spreadsheet_open(const char *folder, const char *path);

/* How often a text is in another. */
int spreadsheet_count(const char *xml, const char *part);

#endif
