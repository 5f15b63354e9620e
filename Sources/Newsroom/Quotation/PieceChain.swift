/// A join of the places of a quote's pieces into places of the whole quote.
enum PieceChain {
    /// The chains of pieces that follow each other closely in one passage, as `[word]` between them allows.
    ///
    /// Of several chains with the same last piece, the shortest is kept.
    static func joinedByInsertions(
        _ pieces: [[Range<Int>]],
        passage: (Int) -> Int
    ) -> [[Range<Int>]] {
        guard let first = pieces.first else { return [] }
        return pieces.dropFirst().reduce(first.map { [$0] }) { chains, next in
            var joined: [[Range<Int>]] = []
            for chain in chains {
                guard let end = chain.last?.upperBound, let place = firstPlace(in: next, from: end),
                    place.lowerBound - end <= QuotePattern.insertionLimit,
                    passage(place.lowerBound) == passage(end - 1)
                else { continue }
                if joined.last?.last == place { joined.removeLast() }
                joined.append(chain + [place])
            }
            return joined
        }
    }

    /// The shortest stretches that contain all segments in order, with anything between them.
    static func joinedByOmissions(_ segments: [[[Range<Int>]]], limit: Int) -> [[Range<Int>]] {
        guard let first = segments.first else { return [] }
        guard segments.count > 1 else { return Array(first.prefix(limit)) }
        var places: [[Range<Int>]] = []
        var from = 0
        while places.count < limit, let forward = chain(segments, from: from) {
            let tight = tightened(forward, segments)
            guard let start = tight.first?.first?.lowerBound else { break }
            places.append(tight.flatMap(\.self))
            from = start + 1
        }
        return places
    }

    /// The chain that ends first, of those that start at an index or later.
    private static func chain(_ segments: [[[Range<Int>]]], from start: Int) -> [[Range<Int>]]? {
        var chain: [[Range<Int>]] = []
        var position = start
        for segment in segments {
            let index = partition(segment) { ($0.first?.lowerBound ?? 0) >= position }
            guard index < segment.count, let end = segment[index].last?.upperBound else { return nil }
            chain.append(segment[index])
            position = end
        }
        return chain
    }

    /// The chain with the same end and the latest start.
    private static func tightened(
        _ chain: [[Range<Int>]],
        _ segments: [[[Range<Int>]]]
    ) -> [[Range<Int>]] {
        guard let last = chain.last else { return chain }
        var tight = [last]
        for (segment, current) in zip(segments, chain).dropLast().reversed() {
            let limit = tight[0].first?.lowerBound ?? 0
            let index = partition(segment) { ($0.last?.upperBound ?? 0) > limit }
            tight.insert(index > 0 ? segment[index - 1] : current, at: 0)
        }
        return tight
    }

    private static func firstPlace(in places: [Range<Int>], from start: Int) -> Range<Int>? {
        let index = partition(places) { $0.lowerBound >= start }
        return index < places.count ? places[index] : nil
    }

    /// The first index at which a condition holds, in a list where it then holds to the end (binary search).
    private static func partition<Element>(_ list: [Element], _ holds: (Element) -> Bool) -> Int {
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if holds(list[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
