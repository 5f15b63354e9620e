extension FactsComparison {
    /// Compares every address and every reference to a source with the register.
    func compare(addressesIn text: String, path: String, into result: inout Comparison) {
        let known = Set(facts.register.rows.filter { $0.checked != "unchecked" }.flatMap(\.addresses))
            .union(Allowance.furtherAddresses.values.joined())
        for match in text.matches(of: /https?:\/\/[^\s)>\]"`]+/) {
            let address = String(match.output)
            result.expect(
                known.contains(address),
                "addresses",
                in: path,
                "\(address) is not in the register"
            )
            let host = address.split(separator: "/").dropFirst().first.map(String.init) ?? ""
            result.expect(
                !facts.register.forbiddenHosts.contains { host == $0 || host.hasSuffix("." + $0) },
                "hosts",
                in: path,
                "\(host) is not to be cited"
            )
        }
        for match in text.matches(of: /\((?:source):([a-z0-9-]+)\)/) {
            expectPublishable(String(match.output.1), path: path, into: &result)
        }
        guard path.hasPrefix("content/"), let record = try? RecordFile(path: path, text: text) else { return }
        let named =
            record.fields.records("timeline").flatMap { $0.texts("sources") }
            + record.fields.records("evidence").compactMap { $0.text("source") }
            + record.fields.texts("read-in")
        for slug in named { expectPublishable(slug, path: path, into: &result) }
    }

    private func expectPublishable(_ slug: String, path: String, into result: inout Comparison) {
        let row = facts.register.row(slug: slug)
        result.expect(
            row != nil && row?.checked != "unchecked",
            "references to sources",
            in: path,
            row == nil ? "the register has no “\(slug)”" : "“\(slug)” is unchecked"
        )
    }

    /// A charge is not a conviction: the words for one stand only where a sentence denies it.
    func compare(wordingOf text: String, path: String, into result: inout Comparison) {
        for sentence in text.split(separator: /[.;:]\s|\n\s*\n/) {
            let words = Set(sentence.lowercased().split { !$0.isLetter }.map(String.init))
            let banned = words.intersection(["guilty", "convicted", "conviction", "convict"])
            result.expect(
                banned.isEmpty
                    || !words.isDisjoint(with: ["not", "never", "no", "nor", "neither", "nobody"]),
                "sentences on charges",
                in: path,
                "“\(banned.sorted().joined(separator: ", "))” without a negation"
            )
        }
    }
}
