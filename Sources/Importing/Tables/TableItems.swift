extension Table {
    /// The items of the rows.
    func items(by map: ColumnMap, into findings: inout ImportFindings) -> [IncomingItem] {
        var places: [ColumnRole: Int] = [:]
        for (role, name) in map.columns { places[role] = columns.firstIndex(of: name) }
        var items: [IncomingItem] = []
        for (index, row) in rows.enumerated() {
            var pen = ItemPen(number: index + 1, order: map.order, taking: &findings)
            if let item = item(row, places, map, &pen) { items.append(item) }
            findings = pen.findings
        }
        noteUnused(places, &findings)
        return items
    }

    private func item(
        _ row: [String],
        _ places: [ColumnRole: Int],
        _ map: ColumnMap,
        _ pen: inout ItemPen
    ) -> IncomingItem? {
        func cell(_ role: ColumnRole) -> String? {
            guard let place = places[role], row.indices.contains(place) else { return nil }
            let text = row[place]
            return text.isEmpty || Self.blanks.contains(text) ? nil : text
        }
        func name(_ role: ColumnRole) -> String { map.columns[role] ?? role.rawValue }
        guard let words = pen.line(cell(.words), name(.words), limit: ImportLimits.words) else {
            pen.note(.noWords, name(.words))
            return nil
        }
        var item = IncomingItem(number: pen.number, words: words)
        if ItemPen.beginsWithRuling(words) { pen.note(.rulingInWords, name(.words), words) }
        item.who = pen.line(cell(.who), name(.who))
        item.made = pen.date(cell(.made), name(.made))
        item.places = Array(pen.addresses(cell(.place), name(.place)).prefix(ImportLimits.addresses))
        item.language = pen.language(cell(.language) ?? map.language, name(.language))
        item.seen = pen.date(cell(.seen), name(.seen))
        item.note = pen.line(cell(.note), name(.note), limit: ImportLimits.note)
        if let count = cell(.count) { item.count = max(1, min(Int(count) ?? 1, 1_000_000_000)) }
        var ruling = ForeignRuling()
        ruling.rating = pen.rating(cell(.ruling), name(.ruling))
        ruling.number = pen.number(
            cell(.rulingNumber),
            worst: cell(.rulingWorst),
            best: cell(.rulingBest),
            name(.rulingNumber)
        )
        ruling.url = pen.addresses(cell(.rulingURL), name(.rulingURL)).first
        ruling.title = pen.line(cell(.rulingTitle), name(.rulingTitle))
        ruling.date = pen.date(cell(.rulingDate), name(.rulingDate))
        ruling.language = pen.language(cell(.rulingLanguage), name(.rulingLanguage))
        finish(&ruling, &item, publisher: cell(.rulingPublisher) ?? map.publisher, name, &pen)
        return item
    }

    private func finish(
        _ ruling: inout ForeignRuling,
        _ item: inout IncomingItem,
        publisher: String?,
        _ name: (ColumnRole) -> String,
        _ pen: inout ItemPen
    ) {
        guard !ruling.isEmpty else { return }
        ruling.publisher =
            pen.line(publisher, name(.rulingPublisher)) ?? ruling.url.flatMap(LooseAddress.host)
        if ruling.rating == nil { pen.note(.noRating, name(.ruling)) }
        if ruling.url == nil { pen.note(.noAddress, name(.rulingURL)) }
        if let made = item.made, made == ruling.date { pen.note(.dayOfTheCheck, name(.made), made) }
        if let url = ruling.url {
            for place in item.places where LooseAddress.areOfOneSite(place, url) {
                pen.note(.ownPlace, name(.place), place)
            }
            item.places.removeAll { LooseAddress.areOfOneSite($0, url) }
        }
        item.rulings = [ruling]
    }

    /// What programs write for no value.
    private static let blanks: Set<String> = [
        "null", "NULL", "None", "nan", "NaN", "N/A", "n/a", "-", "[]", "\"\"",
    ]

    /// Notes each column that nothing is taken from, as often as it has a value.
    private func noteUnused(_ places: [ColumnRole: Int], _ findings: inout ImportFindings) {
        let used = Set(places.values)
        for index in columns.indices where !used.contains(index) {
            for (row, cells) in rows.enumerated() where cells.indices.contains(index) {
                let cell = cells[index]
                if !cell.isEmpty, !Self.blanks.contains(cell) {
                    findings.add(.notKept, item: row + 1, field: columns[index])
                }
            }
        }
    }
}
