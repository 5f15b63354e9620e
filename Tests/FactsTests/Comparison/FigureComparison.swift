extension FactsComparison {
    /// Compares every number and date of a claim or verdict with the facts for that claim.
    ///
    /// These are the claim's section, the register's rows for its evidence, and the tables on the two articles.
    func compare(figuresOf record: RecordFile, into result: inout Comparison) {
        let slug = record.fields.text("claim") ?? record.id
        guard let claim = facts.claim(slug: slug) else { return }
        let rows =
            claim.evidence.compactMap { facts.register.row(id: $0.subject)?.line }
            + claim.readBeside.compactMap { facts.register.row(id: $0)?.line }
        let known = Figures(in: ([claim.text] + rows).joined(separator: "\n")).union(facts.articleFigures)
        let published = Figures(in: record.prose)
        for day in published.days.sorted() {
            result.expect(
                known.days.contains(day) || known.days.contains { $0.hasPrefix(day + "-") },
                "dates",
                in: record.path,
                "\(day) is not in the facts for \(claim.id)"
            )
        }
        for event in record.fields.records("timeline") {
            let ends = (event.text("date") ?? "").split(separator: "/").map(String.init)
            result.expect(
                ends.allSatisfy { end in known.days.contains { $0 == end || $0.hasPrefix(end + "-") } },
                "dates of events",
                in: record.path,
                "\(ends) is not in the facts for \(claim.id)"
            )
        }
        for number in published.numbers.sorted() {
            result.expect(
                known.numbers.contains(number),
                "numbers",
                in: record.path,
                "\(number) is not in the facts for \(claim.id)"
            )
        }
    }
}
