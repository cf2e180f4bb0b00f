/*
 * The least that a menu in curses can be: what the kiosk's speed is measured
 * against.
 */
#include <curses.h>
#include <locale.h>

static const char *const lines[] = {
	"Answer a few questions",
	"Questions about safety",
	"Book",
	"Leave your details",
	"More time",
	"Finish",
};

int main(void)
{
	int focus = 0;

	setlocale(LC_ALL, "");
	initscr();
	raw();
	keypad(stdscr, TRUE);
	noecho();
	curs_set(0);
	for (int key = 0; key != 'q'; key = getch()) {
		focus += key == KEY_DOWN ? 1 : key == KEY_UP ? -1 : 0;
		for (int i = 0; i < 6; i++) {
			attrset(i == focus ? A_REVERSE : A_NORMAL);
			mvaddstr(2 + i, 4, lines[i]);
		}
		refresh();
	}
	endwin();
	return 0;
}
