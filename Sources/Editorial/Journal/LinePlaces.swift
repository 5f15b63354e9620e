import Digests

/// An index of the digests that a moved line may name as its original predecessor.
///
/// A line that a merge moved has several digests: its current one, its original one, and those from other branches.
/// Each proves that its line was there when the next one was written.
struct LinePlaces {
    /// A point in some branch of the journal: its last line, and the point before it.
    private struct Place {
        /// The line's index; nil at the beginning.
        let line: Int?
        /// The digest of the point before.
        let previous: Digest?
        /// The latest time of all lines up to this point.
        let time: JournalTime?
    }

    private var lines: [JournalLine] = []
    private var places: [Digest?: Place] = [nil: Place(line: nil, previous: nil, time: nil)]
    private var copies: [Digest: Int] = [:]
    /// The digests in the order in which they were found.
    private var order: [Digest?] = [nil]
    /// The number of places from which other branches were searched, and the number of lines at that time.
    private var searched = (places: 0, lines: 0)
    /// The remaining budget for that search, in digests: merges of two desks need a few dozen.
    private var effort = 20_000
    /// The remaining budget for joining branches, in steps; a digest is worth twenty.
    private var joiningEffort = 400_000
    /// The pairs of places that were joined already.
    private var joined: Set<Pair> = []

    /// Two branches, by the digests of their ends.
    private struct Pair: Hashable {
        let standing: Digest?
        let following: Digest?
    }

    /// Indexes a journal's lines.
    init(_ lines: [JournalLine], digests: [Digest]) {
        for (line, digest) in zip(lines, digests) { add(line, digest) }
    }

    /// Adds the next line.
    mutating func add(_ line: JournalLine, _ digest: Digest) {
        let number = lines.count
        lines.append(line)
        copies[line.identity] = number
        add(digest, number, after: line.previous)
        if line.mended != nil { add(line.original.digest, number, after: line.firstPrevious) }
    }

    /// The index of the line with the same identity, moved or not; nil if there is none.
    func index(ofCopy line: JournalLine) -> Int? { copies[line.identity] }

    /// The latest time of the lines up to a digest; nil if the digest is unknown.
    func time(at digest: Digest?) -> JournalTime? { places[digest]?.time }

    /// Whether a line can have been written after this digest. Searches other branches if it has to.
    mutating func contains(_ digest: Digest?) -> Bool {
        while places[digest] == nil {
            guard searchOtherBranches() || joinBranches(for: digest) else { return false }
        }
        return true
    }

    private mutating func add(_ digest: Digest, _ number: Int, after previous: Digest?) {
        guard places[digest] == nil else { return }
        let time = lines[number].time
        let earlier = places[previous]?.time
        places[digest] = Place(line: number, previous: previous, time: max(earlier ?? time, time))
        order.append(digest)
    }

    /// Finds the digests of lines on other branches, where a merge moved this branch's lines behind those of the
    /// other one.
    /// - Returns: whether any were found.
    private mutating func searchOtherBranches() -> Bool {
        if searched.lines < lines.count { searched = (0, lines.count) }
        let starts = order[searched.places...]
        searched.places = order.count
        for start in starts {
            let known = written(before: start)
            var head = start
            for (number, line) in lines.enumerated() where !known.contains(number) {
                effort -= 1
                guard effort > 0 else { return false }
                let digest = line.first(after: head).digest
                add(digest, number, after: head)
                head = digest
            }
        }
        return order.count > searched.places
    }

    /// Finds the digests that merges of two branches gave: all lines of one, and behind them those that only the other
    /// has. Three desks that merge each other in turn leave such digests.
    ///
    /// Later places come first, because a line was mostly written after the newest merge.
    /// - Returns: whether any were found.
    private mutating func joinBranches(for wanted: Digest?) -> Bool {
        let ends = order
        for standing in ends.reversed() {
            let known = Set(path(to: standing))
            for following in ends.reversed()
            where joined.insert(Pair(standing: standing, following: following)).inserted {
                let rest = path(to: following).filter { !known.contains($0) }
                guard joiningEffort > 0 else { return false }
                var head = standing
                for number in rest {
                    joiningEffort -= 20
                    let digest = lines[number].first(after: head).digest
                    add(digest, number, after: head)
                    head = digest
                }
                if places[wanted] != nil { return true }
            }
        }
        return order.count > ends.count
    }

    /// The indexes of the lines up to a digest, in the order in which that branch had them.
    private mutating func path(to end: Digest?) -> [Int] {
        var numbers: [Int] = []
        var digest = end
        joiningEffort -= 1
        while joiningEffort > 0, let place = places[digest], let number = place.line {
            joiningEffort -= 1
            numbers.append(number)
            digest = place.previous
        }
        return numbers.reversed()
    }

    /// The indexes of the lines up to a digest.
    private mutating func written(before start: Digest?) -> Set<Int> {
        var numbers: Set<Int> = []
        var digest = start
        while effort > 0, let place = places[digest], let number = place.line {
            effort -= 1
            numbers.insert(number)
            digest = place.previous
        }
        return numbers
    }
}
