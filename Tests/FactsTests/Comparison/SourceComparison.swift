extension FactsComparison {
    /// Compares a source record with its row in the register, field by field.
    func compare(source record: RecordFile, into result: inout Comparison) {
        let path = record.path
        guard let row = facts.register.row(slug: record.id) else {
            result.expect(false, "sources", in: path, "the register has no source with this slug")
            return
        }
        let fields = record.fields
        result.expectEqual(fields.text("title"), Allowance.titles[row.id] ?? row.title, "titles", in: path)
        result.expectEqual(
            fields.text("title-described") == "yes",
            facts.register.describedTitles.contains(row.id),
            "described titles",
            in: path
        )
        result.expectEqual(fields.text("publisher"), row.publisher, "publishers", in: path)
        result.expectEqual(fields.texts("authors"), row.authors, "authors", in: path)
        let date = Allowance.openDates[row.id] ?? row.date
        result.expectEqual(fields.text("published") ?? "", date, "dates of publication", in: path)
        result.expectEqual(fields.text("kind"), row.kind, "kinds", in: path)
        result.expectEqual(
            fields.text("checked"),
            Allowance.checked[row.id] ?? row.checked,
            "words of checking",
            in: path
        )
        result.expect(
            fields.text("checked") != "unchecked",
            "unchecked sources",
            in: path,
            "a source that was not confirmed is not published"
        )
        compare(addressesOf: record, row: row, into: &result)
        compare(lineageOf: record, row: row, into: &result)
    }

    private func compare(addressesOf record: RecordFile, row: RegisterRow, into result: inout Comparison) {
        let url = record.fields.text("url")
        result.expect(
            url == row.addresses.first
                || (url == nil && (row.checked == "copy" || Allowance.withheldAddresses[row.id] != nil)),
            "addresses of sources",
            in: record.path,
            "content has \(url ?? "none"), the register \(row.addresses.first ?? "none")"
        )
        // A row may name another as its fallback.
        let named = row.line.matches(of: /S\d+[a-z]?/).compactMap {
            facts.register.row(id: String($0.output))
        }
        // A copy that was read may have an address although its original has none.
        let others =
            Array(row.addresses.dropFirst(url == nil ? 0 : 1)) + (Allowance.furtherAddresses[row.id] ?? [])
            + named.filter { $0.id != row.id }.flatMap(\.addresses)
        for other in record.fields.texts("also-at") {
            result.expect(
                others.contains(other),
                "other addresses",
                in: record.path,
                "\(other) is not in the row"
            )
        }
    }

    private func compare(lineageOf record: RecordFile, row: RegisterRow, into result: inout Comparison) {
        var expected: [String] =
            switch row.lineage {
            case "": []
            case "T": ["article:techcrunch-helsinki"]
            default: [facts.register.row(id: row.lineage)?.slug ?? row.lineage]
            }
        let isOpen = row.lineage.isEmpty || row.lineage == "T"
        if isOpen, let first = facts.review.families[row.id], Allowance.openLineages[row.id] == nil {
            expected.append(facts.register.row(id: first)?.slug ?? first)
        }
        result.expectEqual(record.fields.texts("derived-from"), expected, "lineages", in: record.path)
        for slug in record.fields.texts("read-in") {
            let id = facts.register.row(slug: slug)?.id ?? slug
            result.expect(
                row.line.matches(of: /S\d+[a-z]?/).contains { $0.output == id },
                "places of reading",
                in: record.path,
                "the row does not name \(id)"
            )
        }
    }
}
