/// Follows `derived-from` to where facts were first written down.
///
/// An article that has a source record is that source.
package struct Lineage: Sendable {
    private let newsroom: Newsroom

    /// The most pieces of evidence that are compared: enough for any verdict that a person could read.
    private static let comparedPieces = 200

    /// Follows the links of a newsroom.
    package init(_ newsroom: Newsroom) { self.newsroom = newsroom }

    /// The documents that a piece of evidence is or derives from, itself among them; a circle is walked once.
    package func documents(behind reference: EvidenceReference) -> Set<RecordKey> {
        walk(from: RecordKey(reference)).documents
    }

    /// The documents at the start of a piece of evidence's lineage. A circle counts as one root.
    package func roots(of reference: EvidenceReference) -> Set<RecordKey> {
        walk(from: RecordKey(reference)).roots
    }

    /// The shortest way from a piece of evidence, along `derived-from`, to a document, both of them included; nil if it
    /// does not go back to that document.
    package func way(from reference: EvidenceReference, to document: RecordKey) -> [RecordKey]? {
        var ways = [[RecordKey(reference)]]
        var seen: Set<RecordKey> = [RecordKey(reference)]
        while !ways.isEmpty {
            if let found = ways.first(where: { $0.last == document }) { return found }
            ways = ways.flatMap { way in
                (way.last.map(parents) ?? []).filter { seen.insert($0).inserted }.map { way + [$0] }
            }
        }
        return nil
    }

    /// How many of the pieces are independent: the most that were found of which no two share a root.
    ///
    /// The exact number is that of a maximum set packing, which has no fast algorithm. This one starts once from each
    /// piece and takes on whatever shares no root, so it never counts too many, and never says one where two are.
    package func independentCount(of references: some Sequence<EvidenceReference>) -> Int {
        let roots = references.prefix(Self.comparedPieces).map { self.roots(of: $0) }
            .sorted { $0.count < $1.count }
        // Pieces with one root each are as many as their roots.
        if roots.allSatisfy({ $0.count == 1 }) { return Set(roots.joined()).count }
        return roots.map { first in
            var taken = first
            return roots.reduce(into: 1) { count, next in
                guard next.isDisjoint(with: taken) else { return }
                taken.formUnion(next)
                count += 1
            }
        }.max() ?? 0
    }

    /// How many of the pieces are known to be independent: they were read, and whatever they go back to is first-hand
    /// or had access of its own.
    package func knownIndependentCount(of references: some Sequence<EvidenceReference>) -> Int {
        independentCount(
            of: references.prefix(Self.comparedPieces).filter { reference in
                isRead(reference) && roots(of: reference).allSatisfy(isFirstHand)
            }
        )
    }

    /// Whether a piece of evidence was read, if only in a copy.
    package func isRead(_ reference: EvidenceReference) -> Bool {
        switch reference {
        case .source(let id): newsroom.sources[id.value]?.checked.isReading ?? false
        // The newsroom quotes an article's words.
        case .article(let id): newsroom.articles[id.value] != nil
        // The newsroom has the file.
        case .medium(let id): newsroom.media[id.value] != nil
        }
    }

    private func isFirstHand(_ document: RecordKey) -> Bool {
        guard document.kind == .source else { return true }
        guard let source = newsroom.sources[document.id] else { return false }
        return source.sourceKind.isPrimary || source.hasOwnAccess
    }

    /// Whether two of the pieces are independent: whether they share no root.
    ///
    /// It is what a count of two or more says, and usually known after two pieces.
    package func hasIndependentPair(among references: some Sequence<EvidenceReference>) -> Bool {
        if haveTwoOriginals(references) { return true }
        var earlier: [Set<RecordKey>] = []
        for reference in references.prefix(Self.comparedPieces) {
            let roots = roots(of: reference)
            if earlier.contains(where: roots.isDisjoint) { return true }
            earlier.append(roots)
        }
        return false
    }

    /// Whether two different pieces derive from nothing, which is how most evidence is.
    private func haveTwoOriginals(_ references: some Sequence<EvidenceReference>) -> Bool {
        var first: RecordKey?
        for reference in references.prefix(Self.comparedPieces) {
            let document = RecordKey(reference)
            guard document != first, parents(of: document).isEmpty else { continue }
            if first != nil { return true }
            first = document
        }
        return false
    }

    private func walk(from start: RecordKey) -> (documents: Set<RecordKey>, roots: Set<RecordKey>) {
        // Most documents derive from none.
        if parents(of: start).isEmpty { return ([start], [start]) }
        var seen: Set<RecordKey> = []
        var roots: Set<RecordKey> = []
        var open = [start]
        while let document = open.popLast() {
            guard seen.insert(document).inserted else { continue }
            let parents = parents(of: document)
            if parents.isEmpty { roots.insert(document) }
            open += parents
        }
        if roots.isEmpty, let first = seen.min() { roots = [first] }
        return (seen, roots)
    }

    private func parents(of document: RecordKey) -> [RecordKey] {
        switch document.kind {
        case .source: newsroom.sources[document.id]?.derivedFrom.map(RecordKey.init) ?? []
        case .article: newsroom.articles[document.id]?.source.map { [RecordKey(.source, $0.value)] } ?? []
        default: []
        }
    }
}

extension RecordKey {
    /// What a piece of evidence or a lineage points to.
    package init(_ reference: EvidenceReference) {
        switch reference {
        case .source(let id): self.init(.source, id.value)
        case .article(let id): self.init(.article, id.value)
        case .medium(let id): self.init(.medium, id.value)
        }
    }
}
