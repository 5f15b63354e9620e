/// One claim's section in `claims.md`.
struct ClaimFacts: Sendable {
    /// A passage of one of the two articles.
    struct Passage: Sendable, Hashable {
        /// The article's letter: "V" or "T".
        let article: String
        /// The passage's place: "P4", or "dek".
        let locator: String
        let words: String
    }

    /// A source or article, with the direction of its evidence.
    struct Evidence: Sendable, Hashable {
        /// The register id, or "V" or "T" for an article.
        let subject: String
        let stance: String
    }

    /// The claim's id: "C07" or "R2".
    let id: String
    let slug: String
    var statement: String
    /// The lines on the claimant and on the time of the claim.
    let claimant: String
    let stated: String
    /// The claimants that the review names.
    var reviewedClaimant: String?
    let passages: [Passage]
    let evidence: Set<Evidence>
    /// The register ids of sources that were read beside or instead of a piece of evidence.
    let readBeside: Set<String>
    /// The ruling's id in the newsroom's scale.
    var ruling: String
    /// The rulings on layers or outlets, by the first words of the part.
    var parts: [String: String]
    /// The whole section.
    let text: String

    /// Reads all claims, in order.
    static func all(in claims: String) -> [ClaimFacts] {
        var sections: [[String]] = []
        for line in claims.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("#") {
                sections.append([line])
            } else if !sections.isEmpty {
                sections[sections.count - 1].append(line)
            }
        }
        return sections.compactMap(ClaimFacts.init(section:))
    }

    private init?(section: [String]) {
        guard let heading = section.first?.firstMatch(of: #/^### ([CRN]\d+)\. /#) else { return nil }
        id = String(heading.output.1)
        let fields = Self.fields(of: section)
        slug = (fields["Suggested slug"] ?? "").filter { $0 != "`" }
        statement = fields["Statement"] ?? ""
        claimant = fields["Claimant"] ?? ""
        stated = fields["Stated"] ?? claimant
        passages = Self.passages(of: fields["Appearances"] ?? fields["Appearance"] ?? "")
        let evidenceText = fields.first { $0.key.hasPrefix("Evidence") }?.value ?? ""
        evidence = Self.evidence(of: evidenceText)
        readBeside = Set(
            evidenceText.matches(of: /\((?:text )?read (?:beside|in)[^)]*\)/).flatMap { note in
                note.output.matches(of: /S\d+[a-z]?/).map { String($0.output) }
            }
        )
        let rulingText = fields["Proposed ruling"] ?? ""
        ruling = Self.ruling(in: rulingText)
        parts = Self.parts(ruling: rulingText, layers: fields["Second layer"] ?? "")
        text = section.joined(separator: "\n")
    }

    /// The fields of a section by label; each ends at the next label.
    private static func fields(of section: [String]) -> [String: String] {
        var fields: [String: String] = [:]
        var label = ""
        for line in section.dropFirst() {
            if let match = line.firstMatch(of: #/^- \*\*([^*]+):\*\* ?(.*)$/#) {
                label = String(match.output.1)
                fields[label] = String(match.output.2)
            } else {
                fields[label, default: ""] += "\n" + line
            }
        }
        return fields
    }

    private static func passages(of text: String) -> [Passage] {
        text.split(separator: "\n").flatMap { line -> [Passage] in
            guard let place = line.firstMatch(of: /\b([VT]) (P\d+|dek|headline):/) else { return [] }
            return line.matches(of: /«([^»]+)»/).map {
                Passage(
                    article: String(place.output.1),
                    locator: String(place.output.2),
                    words: String($0.output.1)
                )
            }
        }
    }

    private static func evidence(of text: String) -> Set<Evidence> {
        var evidence: Set<Evidence> = []
        for line in text.split(separator: "\n") {
            guard let match = line.firstMatch(of: #/^\s*- (.+?) — (supports|undermines|context) — /#) else {
                continue
            }
            let stance = String(match.output.2)
            let subject = match.output.1
            if subject.hasPrefix("V P") || subject.contains("the VICE article") {
                evidence.insert(Evidence(subject: "V", stance: stance))
            }
            // Words such as "see R4" and "no source" contain no source's id.
            for id in subject.matches(of: /S\d+[a-z]?/) {
                evidence.insert(Evidence(subject: String(id.output), stance: stance))
            }
        }
        return evidence
    }

    /// The ruling's id: the bold words, or, in a layer, the words after a colon.
    static func ruling(in text: some StringProtocol) -> String {
        let words = text.lowercased().filter { $0 != "*" }.trimmed
        let known = ["mostly false", "mostly true", "half true", "unproven", "opinion", "true", "false"]
        return (known.first { words.hasPrefix($0) } ?? "").replacing(" ", with: "-")
    }

    private static func parts(ruling: String, layers: String) -> [String: String] {
        var parts: [String: String] = [:]
        for match in (ruling + " " + layers).matches(
            of: /(VICE|TechCrunch|As reported)[^:;*]*: (\**[a-z ]+\**)/
        ) {
            parts[String(match.output.1)] = Self.ruling(in: match.output.2)
        }
        return parts
    }
}
