/*
 * uuid - the random id of a lead in the form that other systems know
 * (RFC 9562, version 4).
 */
#ifndef HAIRLINE_EXPORT_UUID_H
#define HAIRLINE_EXPORT_UUID_H

#define UUID_SIZE 37

/* id is 32 hex digits.  part, 0 to 15, tells apart what belongs to one lead. */
void uuid_of(char uuid[UUID_SIZE], const char *id, int part);

#endif
