/// A map from offsets in a text made of pieces to the offsets that the pieces came from.
struct OffsetMap: Sendable {
    private struct Piece {
        let start: Int
        let origin: Int
    }

    private var pieces: [Piece] = []

    /// A map without pieces, which maps everything to 0 until some are added.
    init() {}

    /// A map of one piece.
    init(origin: Int) { add(start: 0, origin: origin) }

    /// Adds a piece: the bytes from `start` on came from `origin` on. Neither may be less than that of the
    /// piece before.
    mutating func add(start: Int, origin: Int) {
        if let last = pieces.last, last.start == start { pieces.removeLast() }
        pieces.append(Piece(start: start, origin: origin))
    }

    /// The map of the text with one byte inserted before each of `offsets`, which rise.
    func inserting(at offsets: [Int]) -> OffsetMap {
        var map = OffsetMap()
        var next = 0
        for (count, offset) in offsets.enumerated() {
            while next < pieces.count, pieces[next].start <= offset {
                map.add(start: pieces[next].start + count, origin: pieces[next].origin)
                next += 1
            }
            let origin = origin(of: offset)
            map.add(start: offset + count, origin: origin)
            map.add(start: offset + count + 1, origin: origin)
        }
        for piece in pieces[next...] { map.add(start: piece.start + offsets.count, origin: piece.origin) }
        return map
    }

    /// Forgets all pieces, keeping the memory.
    mutating func removeAll() { pieces.removeAll(keepingCapacity: true) }

    /// The origin of a byte.
    func origin(of offset: Int) -> Int {
        guard let index = pieceIndex(of: offset) else { return 0 }
        return bounded(pieces[index].origin + offset - pieces[index].start, by: index)
    }

    /// The origin of a range: from its first byte to the end of its last one.
    func origin(of range: Range<Int>) -> Range<Int> {
        let lower = origin(of: range.lowerBound)
        guard !range.isEmpty, let last = pieceIndex(of: range.upperBound - 1) else { return lower..<lower }
        let upper = bounded(pieces[last].origin + range.upperBound - pieces[last].start, by: last)
        return lower..<max(lower, upper)
    }

    /// A piece can stand for fewer bytes than it has: U+FFFD stands for one that was wrong.
    private func bounded(_ origin: Int, by index: Int) -> Int {
        index + 1 < pieces.count ? min(origin, pieces[index + 1].origin) : origin
    }

    private func pieceIndex(of offset: Int) -> Int? {
        let next = pieces.partitioningIndex { $0.start > offset }
        return next > 0 ? next - 1 : nil
    }
}

extension Range where Bound == Int {
    /// A range that is empty if `upper` lies before `lower`. Positions derived from libcmark's output are not
    /// trusted to be in order.
    init(from lower: Int, to upper: Int) { self = lower..<Swift.max(lower, upper) }
}
