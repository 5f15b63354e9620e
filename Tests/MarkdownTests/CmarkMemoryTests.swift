import Testing

@testable import Markdown

/// Pieces of memory are as they are asked for, and those of living trees stay what they are.
struct CmarkMemoryTests {
    @Test func piecesAreApart() {
        var memory = CmarkMemory()
        defer { memory.deallocate() }
        memory.beginTree()
        let pieces = (1...2000).map { count in
            let piece = memory.piece(of: count)
            #expect(UInt(bitPattern: piece) % 16 == 0)
            piece.initializeMemory(as: UInt8.self, repeating: UInt8(count % 251), count: count)
            return UnsafeRawBufferPointer(start: piece, count: count)
        }
        for (index, piece) in pieces.enumerated() {
            #expect(piece.allSatisfy { $0 == UInt8((index + 1) % 251) })
        }
        memory.endTree()
    }

    @Test func resizingKeepsTheContent() {
        var memory = CmarkMemory()
        defer { memory.deallocate() }
        memory.beginTree()
        var piece = memory.piece(of: 8)
        piece.storeBytes(of: 0x0102_0304_0506_0708, as: Int.self)
        for count in [16, 1000, 100_000, 10_000_000] {
            // With a piece behind it, it has to move.
            if count == 1000 { _ = memory.piece(of: 1) }
            piece = memory.piece(piece, resizedTo: count)
            #expect(piece.load(as: Int.self) == 0x0102_0304_0506_0708)
        }
        memory.endTree()
    }

    @Test func theLastPieceIsTakenBack() {
        var memory = CmarkMemory()
        defer { memory.deallocate() }
        memory.beginTree()
        let first = memory.piece(of: 100)
        let second = memory.piece(of: 100)
        memory.giveBack(first)
        #expect(memory.piece(of: 100) != first)
        memory.endTree()
        memory.beginTree()
        #expect(memory.piece(of: 100) == first)
        let third = memory.piece(of: 50)
        #expect(third == second)
        memory.giveBack(third)
        #expect(memory.piece(of: 20) == third)
        memory.endTree()
    }

    @Test("Trees that live at one time do not disturb each other")
    func nestedTrees() {
        let text = Array("# One\n\nTwo *three*\n".utf8)
        guard let outer = CmarkTree(text.span) else { return }
        for _ in 0..<3 {
            guard let inner = CmarkTree(Array("- x\n- y\n".utf8).span) else { return }
            #expect(inner.withFirstBlock { $0?.kind } == .list)
        }
        #expect(outer.withFirstBlock { $0?.kind } == .heading)
        #expect(outer.withFirstBlock { $0?.next?.firstChild?.next?.kind } == .emphasis)
    }
}
