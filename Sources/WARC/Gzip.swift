import CZlib

/// Compression with zlib: gzip members (RFC 1952), zlib streams (RFC 1950) and raw deflate (RFC 1951).
package enum Gzip {
    /// The first two bytes of a gzip member.
    package static let magic: [UInt8] = [0x1F, 0x8B]

    /// The wrapping of a compressed stream, as zlib's `windowBits`.
    package enum Wrapping: Int32, Sendable {
        /// A gzip member.
        case gzip = 31
        /// A zlib stream.
        case zlib = 15
        /// Nothing around it.
        case raw = -15
    }

    /// The limits of decompression, which keep a small file from filling the memory.
    package struct Limits: Hashable, Sendable {
        /// The largest result, in bytes.
        package let byteCount: Int
        /// The largest result for each byte of input, once the result is larger than `free`.
        package let ratio: Int
        /// The size up to which any ratio is accepted: short pages may be very regular.
        package let free: Int

        /// Makes limits.
        package init(byteCount: Int, ratio: Int = 200, free: Int = 4 * 1024 * 1024) {
            self.byteCount = byteCount
            self.ratio = ratio
            self.free = free
        }

        /// Limits that hold for one record: 512 MiB.
        package static let record = Limits(byteCount: 512 * 1024 * 1024)
    }

    /// One gzip member with the time 0 and no name, so that the same bytes always give the same member.
    package static func member(of content: [UInt8]) -> [UInt8] { compressed(content, .gzip) }

    /// A raw deflate stream, as in ZIP files.
    package static func deflated(_ content: [UInt8]) -> [UInt8] { compressed(content, .raw) }

    /// The CRC-32 of bytes, as in ZIP files.
    package static func checksum(of content: [UInt8]) -> UInt32 {
        var sum = crc32(0, nil, 0)
        for start in stride(from: 0, to: content.count, by: pieceSize) {
            let end = min(start + pieceSize, content.count)
            sum = content[start..<end].withUnsafeBufferPointer {
                crc32(sum, $0.baseAddress, UInt32($0.count))
            }
        }
        return UInt32(truncatingIfNeeded: sum)
    }

    private static let pieceSize = 1 << 20

    private static func compressed(_ content: [UInt8], _ wrapping: Wrapping) -> [UInt8] {
        var stream = z_stream()
        let start = deflateInit2_(
            &stream,
            Z_DEFAULT_COMPRESSION,
            Z_DEFLATED,
            wrapping.rawValue,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        guard start == Z_OK else { return [] }
        defer { deflateEnd(&stream) }
        var output: [UInt8] = []
        output.reserveCapacity(Int(deflateBound(&stream, UInt(content.count))))
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        var position = 0
        var status = Z_OK
        while status == Z_OK {
            let end = min(position + pieceSize, content.count)
            let isLast = end == content.count
            let (left, next) = run(&stream, content, position..<end, &piece, into: &output) {
                deflate($0, isLast ? Z_FINISH : Z_NO_FLUSH)
            }
            position = end - left
            status = next == Z_BUF_ERROR && !isLast ? Z_OK : next
        }
        if wrapping == .gzip, output.count > 9 {
            // The byte that names the system on which it was made: "unknown", so that all systems agree.
            output[9] = 255
        }
        return output
    }

    /// What a compressed stream holds that starts at an offset, and the offset of its end.
    package static func inflated(
        _ bytes: [UInt8],
        from start: Int = 0,
        _ wrapping: Wrapping = .gzip,
        limits: Limits
    ) throws(WARCProblem) -> (content: [UInt8], end: Int) {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(&stream, wrapping.rawValue, ZLIB_VERSION, size) == Z_OK else {
            throw .unsupported("a compressed part")
        }
        defer { inflateEnd(&stream) }
        var content: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        var position = start
        while true {
            let end = min(position + pieceSize, bytes.count)
            let (left, status) = run(&stream, bytes, position..<end, &piece, into: &content) {
                inflate($0, Z_NO_FLUSH)
            }
            position = end - left
            if content.count > limits.byteCount {
                throw .tooLarge("a part", limit: limits.byteCount, offset: start)
            }
            if content.count > limits.free, content.count / limits.ratio > position - start {
                throw .malformed("a part grows more than \(limits.ratio) times when unpacked", offset: start)
            }
            switch status {
            case Z_STREAM_END: return (content, position)
            case Z_OK: continue
            case Z_BUF_ERROR where position < bytes.count: continue
            case Z_BUF_ERROR: throw .truncated("a compressed part", offset: start)
            default: throw .malformed("a compressed part cannot be unpacked", offset: start)
            }
        }
    }

    /// One call of zlib; the number of input bytes that are left, and the status.
    private static func run(
        _ stream: inout z_stream,
        _ input: [UInt8],
        _ range: Range<Int>,
        _ piece: inout [UInt8],
        into output: inout [UInt8],
        _ step: (UnsafeMutablePointer<z_stream>) -> Int32
    ) -> (left: Int, status: Int32) {
        input.withUnsafeBufferPointer { input in
            piece.withUnsafeMutableBufferPointer { piece in
                // zlib declares its input as mutable, and only reads it.
                stream.next_in = UnsafeMutablePointer(
                    mutating: input.baseAddress.map { $0 + range.lowerBound }
                )
                stream.avail_in = UInt32(range.count)
                stream.next_out = piece.baseAddress
                stream.avail_out = UInt32(piece.count)
                let status = step(&stream)
                output.append(contentsOf: piece[..<(piece.count - Int(stream.avail_out))])
                return (Int(stream.avail_in), status)
            }
        }
    }
}
