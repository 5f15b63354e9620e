import CCmark

/// The memory that libcmark makes trees in.
///
/// A tree takes some hundred pieces. The system's allocator needs more time for them than libcmark for reading, so they are
/// cut from a large block one after the other, and count as given back all at once, when the thread's last tree is gone.
/// libcmark's functions for memory are not told whose it is; so each thread has its own.
struct CmarkMemory {
    /// The memory of the thread that asks.
    static var ofThread: UnsafeMutablePointer<CmarkMemory> {
        if let known = pthread_getspecific(key) { return known.assumingMemoryBound(to: CmarkMemory.self) }
        let memory = UnsafeMutablePointer<CmarkMemory>.allocate(capacity: 1)
        memory.initialize(to: CmarkMemory())
        pthread_setspecific(key, memory)
        return memory
    }

    /// The functions that libcmark asks for memory with.
    let functions = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)

    /// The size of the first block, which is kept: enough for the tree of a text of a few thousand words.
    private static let blockSize = 512 * 1024
    /// Before each piece stands its size; pieces begin at multiples of this.
    private static let header = 16

    /// The block that pieces are cut from, and how much of it is taken.
    private var block: UnsafeMutableRawBufferPointer
    private var used = 0
    /// Blocks that are full, the first of them first.
    private var fullBlocks: [UnsafeMutableRawBufferPointer] = []
    private var treeCount = 0

    init() {
        block = Self.newBlock(of: Self.blockSize)
        functions.initialize(
            to: cmark_mem(
                calloc: { count, size in
                    memset(CmarkMemory.ofThread.pointee.piece(of: count * size), 0, count * size)
                },
                realloc: { old, size in
                    let memory = CmarkMemory.ofThread
                    return old.map { memory.pointee.piece($0, resizedTo: size) }
                        ?? memory.pointee.piece(of: size)
                },
                free: { piece in if let piece { CmarkMemory.ofThread.pointee.giveBack(piece) } }
            )
        )
    }

    /// Gives everything back to the system.
    func deallocate() {
        for block in fullBlocks + [block] { block.deallocate() }
        functions.deallocate()
    }

    /// Says that a tree is going to be made.
    mutating func beginTree() { treeCount += 1 }

    /// Says that a tree is not used any more.
    mutating func endTree() {
        treeCount -= 1
        guard treeCount == 0 else { return }
        used = 0
        guard let first = fullBlocks.first else { return }
        for block in fullBlocks.dropFirst() + [block] { block.deallocate() }
        fullBlocks = []
        block = first
    }

    /// A piece of memory.
    mutating func piece(of count: Int) -> UnsafeMutableRawPointer {
        let size = Self.size(ofPiece: count)
        if block.count - used < size {
            fullBlocks.append(block)
            block = Self.newBlock(of: max(size, Self.blockSize))
            used = 0
        }
        let start = block.baseAddress.unsafelyUnwrapped + used
        start.storeBytes(of: count, as: Int.self)
        used += size
        return start + Self.header
    }

    /// A piece with the content of another, which is not used any more.
    mutating func piece(_ old: UnsafeMutableRawPointer, resizedTo count: Int) -> UnsafeMutableRawPointer {
        let oldCount = Self.count(of: old)
        giveBack(old)
        let new = piece(of: count)
        // The piece that was cut last stays where it is, when there is room.
        if new != old { memmove(new, old, min(oldCount, count)) }
        return new
    }

    /// Takes back the piece that was cut last; others stay until the end.
    mutating func giveBack(_ piece: UnsafeMutableRawPointer) {
        let size = Self.size(ofPiece: Self.count(of: piece))
        guard used >= size,
            piece == block.baseAddress.unsafelyUnwrapped + (used - size + Self.header)
        else { return }
        used -= size
    }

    private static func newBlock(of size: Int) -> UnsafeMutableRawBufferPointer {
        .allocate(byteCount: size, alignment: header)
    }

    private static func count(of piece: UnsafeMutableRawPointer) -> Int {
        (piece - header).load(as: Int.self)
    }

    private static func size(ofPiece count: Int) -> Int { header + (count + header - 1) & ~(header - 1) }

    private static let key = {
        var key = pthread_key_t()
        let status = pthread_key_create(&key) { memory in CmarkMemory.free(memory) }
        precondition(status == 0, "the system has no thread-specific data left")
        return key
    }()

    /// What happens when a thread ends.
    private static func free(_ memory: UnsafeMutableRawPointer?) {
        guard let memory = memory?.assumingMemoryBound(to: CmarkMemory.self) else { return }
        memory.pointee.deallocate()
        memory.deinitialize(count: 1).deallocate()
    }
}
