/*
 * What libFuzzer calls.  FUZZ_TARGET is one of the functions in fuzz.h.
 */
#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	return FUZZ_TARGET(bytes, size);
}
