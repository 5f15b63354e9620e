/// The way from offsets in a text that was made of pieces back to where the pieces came from.
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

    /// Says that the bytes from `start` on came from `origin` on. Both must not go back.
    mutating func add(start: Int, origin: Int) {
        if let last = pieces.last, last.start == start { pieces.removeLast() }
        pieces.append(Piece(start: start, origin: origin))
    }

    /// Forgets all pieces, keeping the memory.
    mutating func removeAll() { pieces.removeAll(keepingCapacity: true) }

    /// Where a byte came from.
    func origin(of offset: Int) -> Int {
        guard let index = pieceIndex(of: offset) else { return 0 }
        return bounded(pieces[index].origin + offset - pieces[index].start, by: index)
    }

    /// Where a range came from: from its first byte to the end of its last one.
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
