import Digests

/// The places in a journal after which a line can have been written, by the digest that such a line names.
///
/// A line that was moved by a merge has several digests: as it stands, as it was first written, and as it stood on another
/// branch. All of them prove that whoever named one had that line before them.
struct LinePlaces {
    /// A place: the line that was written last, and what it followed there.
    private struct Place {
        /// The line's number; nil at the beginning.
        let line: Int?
        /// The place before.
        let previous: Digest?
        /// The latest time of all lines up to it.
        let time: JournalTime?
    }

    private var lines: [JournalLine] = []
    private var places: [Digest?: Place] = [nil: Place(line: nil, previous: nil, time: nil)]
    private var copies: [Digest: Int] = [:]
    /// The digests of places in the order in which they became known.
    private var order: [Digest?] = [nil]
    /// How many of them were searched for places on other branches, and with how many lines.
    private var searched = (places: 0, lines: 0)
    /// How much may still be done to find such places: two desks' merges need a few dozen digests.
    private var effort = 20_000

    /// The places of a journal's lines.
    init(_ lines: [JournalLine], digests: [Digest]) {
        for (line, digest) in zip(lines, digests) { add(line, digest) }
    }

    /// Takes the next line in.
    mutating func add(_ line: JournalLine, _ digest: Digest) {
        let number = lines.count
        lines.append(line)
        copies[line.identity] = number
        add(digest, number, after: line.previous)
        if line.mended != nil { add(line.original.digest, number, after: line.firstPrevious) }
    }

    /// The number of the line that another one is a copy of, moved or not; nil when there is none.
    func index(ofCopy line: JournalLine) -> Int? { copies[line.identity] }

    /// The latest time of what had been written at a place.
    func time(at digest: Digest?) -> JournalTime? { places[digest]?.time }

    /// Whether a line could have been written after a digest.
    mutating func contains(_ digest: Digest?) -> Bool {
        while places[digest] == nil {
            guard searchOtherBranches() else { return false }
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

    /// Finds digests that lines had where another branch stood first: after a merge there, the lines of this one were moved
    /// behind it, in their order.
    /// - Returns: whether a place was found.
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

    /// The numbers of the lines up to a place.
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
