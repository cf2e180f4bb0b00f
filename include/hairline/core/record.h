/*
 * record - the sealed part of a lead as bytes.
 *
 * One version byte, then fields: a tag byte, a length of four bytes (big
 * endian) and the bytes of the field.  Unknown tags are skipped, so a later
 * version may add fields and older programs still read the rest.
 */
#ifndef HAIRLINE_CORE_RECORD_H
#define HAIRLINE_CORE_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "hairline/base/err.h"

struct lead;

/* Bytes that record_write() will use for a lead. */
size_t record_size(const struct lead *lead);

/* Write the sealed fields; bytes holds record_size() bytes. */
void record_write(const struct lead *lead, uint8_t *bytes);

/*
 * Set the sealed fields of a lead to point into bytes, which is changed (each
 * field gets its NUL) and must outlive the lead.  bytes has one spare byte
 * behind its size.
 */
bool record_read(struct lead *lead, uint8_t *bytes, size_t size,
		 struct err *err);

#endif
