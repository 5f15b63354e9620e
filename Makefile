# The only commands that anyone has to know. `make` alone lists them.

.DEFAULT_GOAL := help
.PHONY: help setup site serve test acceptance faults fuzz bench package package-test format docs clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1@/' | column -t -s @

setup: ## install what is missing to build and test: libcmark, libcrypto, libcurl, zlib, libstemmer, pkg-config, git, librsvg, libvips
	@scripts/setup.sh

site: ## build this repository's own site into _site
	@scripts/site.sh

serve: ## show this repository's own site while writing, drafts included
	@scripts/setup.sh --quiet
	swift run --configuration release assay serve

test: ## check the format, then run the tests
	@scripts/test.sh

acceptance: ## build the site and hand it to outside validators and a browser
	@scripts/acceptance.sh

faults: ## kill commands, fill the disk, and look at what is left: make faults N=1000 SEED=1
	@scripts/faults.sh $(if $(N),-n $(N)) $(if $(SEED),--seed $(SEED))

fuzz: ## change files at random, check and build them: make fuzz MINUTES=60 SEED=1
	@scripts/fuzz.sh $(if $(MINUTES),$(MINUTES),60) $(SEED)

bench: ## measure against Hugo: make bench N=10000, GROWTH=1 for 100,000 too, SMOKE=1 for correctness only
	@scripts/bench.sh $(if $(N),--size $(N)) $(if $(GROWTH),--growth) $(if $(SMOKE),--smoke)

package: ## make a release's files for this machine in dist: tarball, Debian package, sums
	@Packaging/package.sh

package-test: ## install what is in dist on bare Debians, and run what continuous integration would there
	@Packaging/test/run.sh $(ARGUMENTS)

format: ## lay out all Swift files as CI wants them
	swift format --in-place --recursive --parallel Package.swift Sources Tests templates

docs: ## write the API documentation into .build/documentation
	@scripts/docs.sh

clean: ## remove what was built; keeps installed packages and .venv
	rm -rf .build .bench _site _drafts .assay acceptance-report dist
