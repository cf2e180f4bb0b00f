/*
 * zone - how far the clinic's clock is from UTC.
 */
#ifndef HAIRLINE_CMD_ZONE_H
#define HAIRLINE_CMD_ZONE_H

struct moment;

/* Minutes east of UTC at a local time, by the rules of TZ; 0 where there is
 * no such time. */
int zone_at(const struct moment *local);

#endif
