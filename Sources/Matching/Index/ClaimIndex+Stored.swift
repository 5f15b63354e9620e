/// The form of an index in a file: its arrays as they are, each with its length before it, numbers with the lowest byte first.
///
/// Whoever stores the bytes puts a checksum before them. Bytes of another form give no index; what is read is inside its bounds.
extension ClaimIndex {
    /// The name of the form; another one means that the index is made anew.
    package static let form = "assay claim index 1"

    /// The bytes.
    package var stored: [UInt8] {
        var writer = FlatWriter()
        writer.add(Array(language.utf8))
        writer.add(terms.starts)
        writer.add(terms.bytes)
        writer.add(surfaces.starts)
        writer.add(surfaces.bytes)
        writer.add(surfaceTerms)
        writer.add(rarities)
        writer.add(postingStarts)
        writer.add(postingClaims)
        writer.add(postingWeights)
        writer.add(wordStarts)
        writer.add(words)
        writer.add(textStarts)
        writer.add(texts)
        return writer.bytes
    }

    /// Reads stored bytes; nil where they are not those of an index.
    package init?(stored bytes: ArraySlice<UInt8>) {
        var reader = FlatReader(bytes)
        guard let language: [UInt8] = reader.array(),
            let termStarts: [UInt32] = reader.array(), let termBytes: [UInt8] = reader.array(),
            let surfaceStarts: [UInt32] = reader.array(), let surfaceBytes: [UInt8] = reader.array(),
            let surfaceTerms: [UInt32] = reader.array(), let rarities: [Float] = reader.array(),
            let postingStarts: [UInt32] = reader.array(), let postingClaims: [UInt32] = reader.array(),
            let postingWeights: [Float] = reader.array(), let wordStarts: [UInt32] = reader.array(),
            let words: [UInt32] = reader.array(), let textStarts: [UInt32] = reader.array(),
            let texts: [UInt8] = reader.array(),
            let terms = SortedStrings(starts: termStarts, bytes: termBytes),
            let surfaces = SortedStrings(starts: surfaceStarts, bytes: surfaceBytes)
        else { return nil }
        let count = wordStarts.count - 1
        guard surfaceTerms.count == surfaces.count, rarities.count == terms.count,
            postingStarts.count == terms.count + 1, postingStarts.isAscending(upTo: postingClaims.count),
            postingWeights.count == postingClaims.count, textStarts.count == count + 1,
            wordStarts.isAscending(upTo: words.count), textStarts.isAscending(upTo: texts.count),
            surfaceTerms.allSatisfy({ $0 < terms.count }), postingClaims.allSatisfy({ $0 < count }),
            words.allSatisfy({ $0 == Self.fieldEnd || $0 & Word.Traits.termMask < terms.count })
        else { return nil }
        self.init(
            language: String(decoding: language, as: UTF8.self),
            terms: terms,
            surfaces: surfaces,
            surfaceTerms: surfaceTerms,
            rarities: rarities,
            postingStarts: postingStarts,
            postingClaims: postingClaims,
            postingWeights: postingWeights,
            wordStarts: wordStarts,
            words: words,
            textStarts: textStarts,
            texts: texts
        )
    }
}

/// Writes arrays of numbers one after the other.
private struct FlatWriter {
    private(set) var bytes: [UInt8] = []

    mutating func add<Number: BitwiseCopyable>(_ numbers: [Number]) {
        withUnsafeBytes(of: UInt64(numbers.count).littleEndian) { bytes.append(contentsOf: $0) }
        numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
        // Each array begins at a multiple of eight.
        while bytes.count % 8 != 0 { bytes.append(0) }
    }
}

/// Reads what `FlatWriter` wrote.
private struct FlatReader {
    private let bytes: ArraySlice<UInt8>
    private var place: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        place = bytes.startIndex
    }

    mutating func array<Number: BitwiseCopyable>() -> [Number]? {
        guard bytes.endIndex - place >= 8 else { return nil }
        let count = bytes[place..<place + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        place += 8
        let size = MemoryLayout<Number>.stride
        guard count <= UInt64(bytes.endIndex - place) / UInt64(size) else { return nil }
        let length = Int(count) * size
        let start = place - bytes.startIndex
        let numbers = bytes.withUnsafeBytes { buffer in
            [Number](unsafeUninitializedCapacity: Int(count)) { target, initialized in
                UnsafeMutableRawBufferPointer(target).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: buffer[start..<start + length])
                )
                initialized = Int(count)
            }
        }
        place += length
        place = min(bytes.endIndex, place + (8 - length % 8) % 8)
        return numbers
    }
}
