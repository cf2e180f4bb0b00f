# hairline - a waiting-room kiosk.  `make help` lists what can be made.

VERSION = 0.1.0
BUILD   = build
PREFIX  = /usr/local

# SAN=1 builds with the address and undefined-behaviour sanitizers.
SAN =
OPT = -O2
ifeq ($(SAN),1)
OPT = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all \
      -fno-omit-frame-pointer
endif
# FUZZ=1, with SAN=1 and clang, lets libFuzzer see which branches are taken.
FUZZ =
ifeq ($(FUZZ),1)
OPT += -fsanitize=fuzzer-no-link
endif
SECONDS = 60

WARN = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
       -Wmissing-prototypes -Wvla -Wformat=2 -Wundef -Wconversion -Werror
ifneq ($(SAN),1)
HARDEN  = -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
LPIE    = -pie
endif

CFLAGS   = -std=c11 -g $(OPT) $(WARN) $(HARDEN)
CPPFLAGS = -Iinclude -D_GNU_SOURCE -DNCURSES_WIDECHAR=1 -MMD -MP \
           -DHAIRLINE_VERSION='"$(VERSION)"' \
           -DHAIRLINE_CONTENT='"$(PREFIX)/share/hairline"'
# -z now also for privacy: a lazy binder saves registers, and what they hold of
# a visitor's words, on the stack.
LDFLAGS  = $(OPT) $(LPIE) -Wl,-z,relro,-z,now
LDLIBS   = -lncursesw -ltinfo -lsqlite3 -lqrencode -lcmark -lyajl -linih \
           -lsodium -lutf8proc -lpcre2-8 -lpng -lm \
           -lxlsxwriter

# --- the program -----------------------------------------------------------

LAYERS  = base form core content store export ui cmd
SOURCES = $(sort $(foreach layer,$(LAYERS),$(wildcard src/$(layer)/*.c)))
OBJECTS = $(SOURCES:src/%.c=$(BUILD)/obj/%.o)
PROGRAM = $(BUILD)/hairline
LIBRARY = $(BUILD)/libhairline.a

all: $(PROGRAM) ## build/hairline

$(PROGRAM): $(BUILD)/obj/cmd/main.o $(LIBRARY)
	@echo "  LD $@"
	@$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(LIBRARY): $(filter-out %/cmd/main.o,$(OBJECTS))
	@rm -f $@
	@ar qcs $@ $^

$(BUILD)/obj/%.o: src/%.c
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

run: $(PROGRAM) ## open the kiosk on the sample clinic
	./$(PROGRAM) kiosk --content assets

install: $(PROGRAM) ## put the program and the sample content below PREFIX
	install -D -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/hairline
	mkdir -p $(DESTDIR)$(PREFIX)/share/hairline
	cp -R assets/. $(DESTDIR)$(PREFIX)/share/hairline/
	rm -rf $(DESTDIR)$(PREFIX)/share/hairline/man
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/man/man5 assets/man/*.5

# --- what Debian provides --------------------------------------------------

DEPS = libncurses-dev libsqlite3-dev libqrencode-dev libcmark-dev \
       libyajl-dev libinih-dev libsodium-dev libutf8proc-dev \
       libpcre2-dev libpng-dev libxlsxwriter-dev
TEST_DEPS = clang clang-format libclang-rt-14-dev cppcheck shellcheck \
       libcmocka-dev libjansson-dev libvterm-dev libzbar-dev libexpat1-dev \
       zbar-tools sqlite3 libreoffice-calc-nogui \
       xvfb xterm imagemagick x11-utils xdotool \
       fonts-dejavu-core fonts-liberation fonts-hack
# What only the measurements stand beside.
BENCH_DEPS = dialog whiptail sqlite3 qrencode libjansson-dev libcmocka-dev \
       libvterm-dev libzbar-dev libxlsxwriter-dev
ifneq ($(filter bench,$(MAKECMDGOALS)),)
DEPS += $(BENCH_DEPS)
endif
ifneq ($(filter check pictures lint unit replay screens e2e fault fuzz corpus,\
        $(MAKECMDGOALS)),)
DEPS += $(TEST_DEPS)
endif

deps: ## install the Debian packages that are missing
	@sh tests/support/deps.sh $(DEPS)

# --- tests -----------------------------------------------------------------

# A test is one file tests/<ring>/<name>_test.c, linked with the library and
# with everything in tests/support/; it exits 0 when all of it passed.
SUPPORT = $(patsubst tests/support/%.c,$(BUILD)/tests/support/%.o,\
            $(wildcard tests/support/*.c))
tests_of = $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/$(1)/*_test.c))
TEST_LIBS = -lcmocka -ljansson -lvterm -lzbar -lexpat -lutil $(LDLIBS)

$(BUILD)/tests/%.o: tests/%.c
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(CC) $(CPPFLAGS) -Itests $(CFLAGS) -c -o $@ $<

$(BUILD)/tests/%_test: $(BUILD)/tests/%_test.o $(SUPPORT) $(LIBRARY)
	@echo "  LD $@"
	@$(CC) $(LDFLAGS) -o $@ $(filter %.o,$^) $(LIBRARY) $(TEST_LIBS)

# Counts every allocation that our own code makes.
$(BUILD)/tests/unit/steady_test: LDFLAGS += \
  -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc

# The inputs that are kept go through what `make fuzz` feeds.
FUZZERS = reader eval step
$(BUILD)/tests/fuzz/replay_test: $(FUZZERS:%=$(BUILD)/tests/fuzz/fuzz_%.o)

# Built many at a time; what runs them does so by itself.
PROCESSORS := $(shell nproc)
RINGS = unit screen e2e fault fuzz
programs: $(PROGRAM) $(foreach ring,$(RINGS),$(call tests_of,$(ring)))

run_tests = @HAIRLINE=$(abspath $(PROGRAM)) \
            sh tests/support/run.sh $(call tests_of,$(1))

unit: $(call tests_of,unit) ## unit tests
	$(call run_tests,unit)

screens: $(call tests_of,screen) ## golden screens; UPDATE=1 rewrites them
	$(call run_tests,screen)

e2e: $(PROGRAM) $(call tests_of,e2e) ## the real program in a real terminal
	$(call run_tests,e2e)

fault: $(PROGRAM) $(call tests_of,fault) ## killed, full, read-only, damaged
	$(call run_tests,fault)

replay: $(call tests_of,fuzz) ## the kept inputs of `make fuzz`
	$(call run_tests,fuzz)

lint: ## layers, banned calls, headers, format, static analysis
	sh tests/lint/run.sh

check: lint ## everything: lint, then all tests with gcc and with clang's sanitizers
	$(MAKE) -j$(PROCESSORS) BUILD=$(BUILD)/gcc CC=gcc programs
	$(MAKE) BUILD=$(BUILD)/gcc CC=gcc unit replay screens e2e fault
	$(MAKE) -j$(PROCESSORS) BUILD=$(BUILD)/san CC=clang SAN=1 programs
	$(MAKE) BUILD=$(BUILD)/san CC=clang SAN=1 unit replay screens e2e fault

fuzz: ## let libFuzzer make up inputs, SECONDS=60 for each target
	$(MAKE) BUILD=$(BUILD)/fuzz CC=clang SAN=1 FUZZ=1 \
	  $(FUZZERS:%=$(BUILD)/fuzz/fuzz_%)
	sh tests/fuzz/fuzz.sh $(BUILD)/fuzz $(SECONDS) $(FUZZERS)

$(BUILD)/fuzz_%: $(BUILD)/tests/fuzz/fuzz_%.o $(BUILD)/tests/fuzz/entry_%.o \
                 $(BUILD)/tests/fuzz/fuzz_reader.o $(LIBRARY)
	@echo "  LD $@"
	@$(CC) $(LDFLAGS) -fsanitize=fuzzer -o $@ $(sort $(filter %.o,$^)) \
	  $(LIBRARY) $(LDLIBS)

$(BUILD)/tests/fuzz/entry_%.o: tests/fuzz/entry.c
	@mkdir -p $(@D)
	@$(CC) $(CPPFLAGS) -Itests $(CFLAGS) -DFUZZ_TARGET=fuzz_$* -c -o $@ $<

# --- measurements ----------------------------------------------------------

BENCH = $(BUILD)/tests/bench/bench
JSON  =
bench: ## speed, beside what one would use instead; JSON=1, ROWS="screen form"
	@$(MAKE) --no-print-directory $(PROGRAM) $(BENCH) $(BUILD)/tests/bench/ten_lines >&2
	@sh tests/bench/npm.sh $(BUILD)/bench/npm
	@HAIRLINE=$(abspath $(PROGRAM)) BENCH_BUILD=$(abspath $(BUILD)) \
	  $(BENCH) $(if $(JSON),--json) $(ROWS)

BENCH_SOURCES = $(filter-out %/ten_lines.c,$(wildcard tests/bench/*.c))
$(BENCH): $(BENCH_SOURCES:%.c=$(BUILD)/%.o) $(SUPPORT) $(LIBRARY)
	@echo "  LD $@"
	@$(CC) $(LDFLAGS) -o $@ $(filter %.o,$^) $(LIBRARY) $(TEST_LIBS)

$(BUILD)/tests/bench/ten_lines: $(BUILD)/tests/bench/ten_lines.o
	@echo "  LD $@"
	@$(CC) $(LDFLAGS) -o $@ $^ -lncursesw -ltinfo

corpus: $(PROGRAM) ## check, eval and walk the forms of a folder: FORMS=DIR
	sh tests/corpus/corpus.sh $(abspath $(PROGRAM)) assets "$(FORMS)" $(PAIRS)

pictures: $(PROGRAM) ## take README's screenshots from the real program
	sh tests/support/pictures.sh $(abspath $(PROGRAM))

format: ## lay out all C code by tests/lint/clang-format
	clang-format -i --style=file:tests/lint/clang-format \
	  $$(git ls-files --cached --others --exclude-standard '*.[ch]')

clean: ## remove build/
	rm -rf build

help: ## this list
	@sed -n 's/^\([a-z0-9]*\):.*## \(.*\)/  make \1|\2/p' Makefile | \
	  awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

.PHONY: all run install deps programs unit replay screens e2e fault lint \
        check fuzz corpus bench pictures format clean help
.SECONDARY:

-include $(OBJECTS:.o=.d) $(wildcard $(BUILD)/tests/*/*.d)
