/// One row of the register of sources.
struct RegisterRow: Sendable {
    let id: String
    let slug: String
    let title: String
    let publisher: String
    let authors: [String]
    let date: String
    let kind: String
    let addresses: [String]
    let checked: String
    let lineage: String
    /// The whole row as it is, for figures and quotations.
    let line: String
}

/// The register of sources, and the remarks of `sources.md` on all of it.
struct Register: Sendable {
    let rows: [RegisterRow]
    /// The ids of the rows with a description for a title.
    let describedTitles: Set<String>
    /// The hosts that must not be cited.
    let forbiddenHosts: Set<String>

    init(sources: String, described: Set<String> = []) {
        let lines = sources.split(separator: "\n").map(String.init)
        rows = lines.compactMap(RegisterRow.init(line:))
        describedTitles = Set(
            lines.filter { $0.hasPrefix("- **title**") }.flatMap { line in
                line.matches(of: /S\d+[a-z]?/).map { String($0.output) }
            }
        ).union(described)
        let afterHeading = lines.drop { $0 != "## Do not cite" }.dropFirst().prefix { !$0.hasPrefix("#") }
        let named = afterHeading.flatMap { line in
            line.matches(of: /[a-z-]+\.com/).map { String($0.output) }
        }
        // RT and Sputnik are in the list without their hosts.
        forbiddenHosts = Set(named).union(["rt.com", "sputniknews.com"])
    }

    /// The row with an id such as "S23".
    func row(id: String) -> RegisterRow? { rows.first { $0.id == id } }

    /// The row with this id in the newsroom.
    func row(slug: String) -> RegisterRow? { rows.first { $0.slug == slug } }
}

extension RegisterRow {
    /// Reads a row of the table; nil for any other line.
    init?(line: String) {
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
        guard cells.count == 13, cells[1].wholeMatch(of: /S\d+[a-z]?/) != nil else { return nil }
        id = cells[1]
        slug = cells[2]
        title = cells[3]
        publisher = cells[4]
        authors = cells[5].isEmpty ? [] : cells[5].split(separator: " and ").map(\.trimmed)
        date = cells[6]
        kind = cells[7]
        addresses = cells[8].split(separator: " ; ").map(\.trimmed)
        checked = cells[10]
        lineage = cells[11]
        self.line = line
    }
}

extension StringProtocol {
    /// The text without white space at its ends.
    var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
