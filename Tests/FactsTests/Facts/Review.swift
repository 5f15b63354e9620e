/// The text of `review.md`: newer facts than in the other three files, with differences in places.
struct Review: Sendable {
    /// The whole file.
    let text: String
    /// The same, folded.
    let folded: String
    /// The figures in it.
    let figures: Figures
    /// The rows of its table of rulings, by the claim's id.
    let rows: [String: Row]
    /// The document that each row of the register goes back to, by register id.
    let families: [String: String]
    /// The ids of the rows with a description for a title.
    let describedTitles: Set<String>

    /// A row of the table of rulings.
    struct Row: Sendable {
        /// The new statement; nil if the old one stays, or is told in other words.
        let statement: String?
        let claimant: String
        let ruling: String
        /// The cell on parts.
        let parts: String
    }

    init(_ text: String) {
        self.text = text
        folded = text.folded
        figures = Figures(in: text)
        let lines = text.split(separator: "\n").map(String.init)
        rows = Dictionary(lines.compactMap(Self.row)) { first, _ in first }
        families = Self.families(in: lines)
        describedTitles = Set(
            lines.filter { $0.contains(/headline not seen|title described|headline from the address/) }
                .compactMap(RegisterRow.init).map(\.id)
        )
    }

    private static func row(_ line: String) -> (String, Row)? {
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
        guard cells.count == 8, cells[1].wholeMatch(of: /[CR]\d+/) != nil else { return nil }
        let isTold = cells[2].hasPrefix("unchanged") || cells[2].contains(": ") || cells[2].contains("(a)")
        let row = Row(
            statement: isTold ? nil : cells[2],
            claimant: cells[3],
            ruling: cells[4],
            parts: cells[5]
        )
        return (cells[1], row)
    }

    /// The families of documents: the first id of each stands for all. A family within another is written "S59 with
    /// S221, S222".
    private static func families(in lines: [String]) -> [String: String] {
        let section = lines.drop { !$0.hasPrefix("### 5.3") }.dropFirst().prefix { !$0.hasPrefix("#") }
        var parents: [String: String] = [:]
        for family in section.flatMap({ $0.split(separator: /\*\*[^*]+\*\*/) }) {
            let ids = family.matches(of: /S\d+[a-z]?/).map { String($0.output) }
            guard let first = ids.first, family.trimmed.hasPrefix("S") else { continue }
            for group in family.matches(of: /(S\d+[a-z]?) with ([^;.]+)/) {
                for member in group.output.2.matches(of: /S\d+[a-z]?/) {
                    parents[String(member.output)] = String(group.output.1)
                }
            }
            for member in ids.dropFirst() where parents[member] == nil { parents[member] = first }
        }
        return parents
    }

    /// The new claims, in the form of the sections of `claims.md`.
    var newClaims: String {
        text.split(separator: /\n(?=\*\*N\d+\. )/).dropFirst().compactMap { part in
            let section = part.prefix(upTo: part.firstRange(of: "\nA seventh")?.lowerBound ?? part.endIndex)
            guard let heading = section.firstMatch(of: /\*\*(N\d+)\. ([^*]+)\*\*/) else { return nil }
            let slugs = section.matches(of: /`([a-z0-9]+(?:-[a-z0-9]+)+)`/).map { String($0.output.1) }
            let claimant = section.firstMatch(of: /Claimant: ([A-Za-z]+)/)?.output.1 ?? ""
            let ruling = section.firstMatch(of: /Ruling: \*\*([A-Za-z ]+)\*\*/)?.output.1 ?? ""
            let passages = section.matches(of: /([VT]) (P\d+|headline):? «([^»]+)»/).map {
                "  - \($0.output.1) \($0.output.2): «\($0.output.3)»"
            }
            let evidence = section.matches(of: #/(S\d+(?:, S\d+)*) — (supports|undermines|context) — /#).map {
                "  - \($0.output.1) — \($0.output.2) — as the text below says"
            }
            return """
                ### \(heading.output.1). \(heading.output.2)

                - **Suggested slug:** `\(slugs.last ?? "")`
                - **Statement:** \(heading.output.2)
                - **Claimant:** \(claimant)
                - **Stated:** July 2018 (exact date not established)
                - **Appearances:**
                \(passages.joined(separator: "\n"))
                - **Evidence:**
                \(evidence.joined(separator: "\n"))
                - **Proposed ruling:** **\(ruling)**
                - **Reasoning:** \(section.replacing("\n", with: " "))
                """
        }.joined(separator: "\n\n")
    }
}

extension ClaimFacts {
    /// The facts on the claim, as the review revises them.
    func revised(by review: Review) -> ClaimFacts {
        guard let row = review.rows[id] else { return self }
        var revised = self
        revised.statement = row.statement ?? statement
        revised.reviewedClaimant = row.claimant
        // The second of two statements under one ruling decides.
        revised.ruling = Self.ruling(in: row.ruling.split(separator: "(b) ").last ?? "")
        for match in row.parts.matches(of: /(?i)(underlying|blamed|cost):? (True|Mostly true|Unproven)\b/) {
            revised.parts[match.output.1.lowercased()] = Self.ruling(in: match.output.2)
        }
        return revised
    }
}
