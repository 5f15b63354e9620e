/// How a page of today differs from its captured copy.
///
/// The quotations are the verdict, the share of the captured words is the measure, and the sentences are the proof. A likeness
/// alone would be unfair: "says" for "denies" changes less than a line of advertising.
package struct Drift: Hashable, Sendable {
    /// The cited quotations that stood in the copy and stand in the page no more.
    package let gone: [String]
    /// The share of the copy's runs of five words that the page still has, in thousandths; nil for a copy without words.
    package let containment: Int?
    /// The sentences that are in the copy alone, in their order.
    package let removed: [String]
    /// The sentences that are in the page alone, in their order.
    package let added: [String]

    /// A difference as a log tells it, or of which no more is known.
    package init(gone: [String], containment: Int? = nil, removed: [String] = [], added: [String] = []) {
        self.gone = gone
        self.containment = containment
        self.removed = removed
        self.added = added
    }

    /// Compares two texts, block by block as they are seen.
    /// - Parameters:
    ///   - gone: the quotations that the page has lost.
    ///   - noise: blocks that differed within minutes when the copy was made, and count on neither side.
    package init(from copy: [String], to page: [String], gone: [String], noise: Noise = .none) {
        let old = noise.removed(from: copy)
        let new = noise.removed(from: page)
        self.gone = gone
        containment = Shingles(old).share(in: Shingles(new))
        (removed, added) = Sentences.difference(from: old, to: new)
    }

    /// Whether nothing differs beyond white space, and no quotation is gone.
    package var isNone: Bool { gone.isEmpty && removed.isEmpty && added.isEmpty }

    /// The share of a text that another one has, in thousandths; nil for a text without words.
    package static func containment(of text: [String], in other: [String]) -> Int? {
        Shingles(text).share(in: Shingles(other))
    }
}

/// The blocks of a page that are another each time it is asked for: clocks, counters, advertisements.
///
/// They are known from a second answer within moments of the first. A block is told by the words around it that stay: its first
/// and last ones, or its neighbours where it changes as a whole.
package struct Noise: Hashable, Sendable {
    /// The blocks that stay before and behind a run of others; nil at an end of the page.
    private struct Place: Hashable, Sendable {
        let before: String?
        let behind: String?
    }

    private let places: Set<Place>

    /// No noise.
    package static let none = Noise(places: [])

    private init(places: Set<Place>) { self.places = places }

    /// Compares two answers of the same minutes.
    package init(_ first: [String], _ second: [String]) {
        var places: Set<Place> = []
        for blocks in [(first, second), (second, first)] {
            let known = Set(blocks.1)
            for run in Self.runs(of: blocks.0, where: { !known.contains($0) }) {
                places.insert(Self.place(of: run, in: blocks.0))
            }
        }
        self.places = places
    }

    /// Whether there is none.
    package var isEmpty: Bool { places.isEmpty }

    /// Blocks without those that stand, few at a time, where others stood within minutes.
    func removed(from blocks: [String]) -> [String] {
        guard !places.isEmpty else { return blocks }
        var kept = blocks[...]
        var result: [String] = []
        while let block = kept.first {
            let run = (1...Self.longestRun).first { count in
                guard count <= kept.count else { return false }
                let range = kept.startIndex..<kept.startIndex + count
                return places.contains(Self.place(of: range, in: blocks))
            }
            if let run {
                kept = kept.dropFirst(run)
            } else {
                result.append(block)
                kept = kept.dropFirst()
            }
        }
        return result
    }

    /// The most blocks in a row that one place can hold.
    private static let longestRun = 8

    private static func place(of run: Range<Int>, in blocks: [String]) -> Place {
        Place(
            before: run.lowerBound > 0 ? blocks[run.lowerBound - 1] : nil,
            behind: run.upperBound < blocks.count ? blocks[run.upperBound] : nil
        )
    }

    private static func runs(of blocks: [String], where isIn: (String) -> Bool) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for (index, block) in blocks.enumerated() where isIn(block) {
            if let last = runs.last, last.upperBound == index {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        return runs.filter { $0.count <= longestRun }
    }
}
