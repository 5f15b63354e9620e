import Diagnostics
import Digests
import Editorial
import Files
import Site

/// What a build into a folder remembers for the next one: what it read, what it found, and what it wrote.
///
/// Nothing in it is taken on trust: a build compares it with the files as they are, those of the newsroom by their
/// content and those of the site by their stamps, and makes anew whatever differs.
struct BuildState: Sendable {
    /// What the build was, apart from the files that it read.
    let circumstances: Circumstances
    /// The settings, the words and the options that every page depends on.
    let frame: Fingerprint
    /// The files that were read; nil when that is not known for each of them, so that every file is read again.
    let inputs: [InputFile]?
    /// What the build found, sorted.
    let findings: [Diagnostic]
    /// The files that findings show lines of.
    let shownFiles: [String]
    /// How many of the written files are pages.
    let pageCount: Int
    /// The written files, by what they were made of and with.
    let units: [SiteUnit]
    /// What pages were made from, each with its number, by which units name it, and its fingerprint.
    let pageInputs: PageInputTable

    /// What a build is, apart from the files that it reads.
    struct Circumstances: Hashable, Sendable {
        /// The program and its libraries.
        let program: Fingerprint
        /// The day that counts as today.
        let day: String
        /// Whether drafts are shown.
        let includesDrafts: Bool
    }
}

/// A file that a build read, or only saw.
struct InputFile: Hashable, Sendable {
    /// The path in the newsroom's folder.
    let path: String
    /// What it held; nil when it was seen and not read.
    let content: Fingerprint?
}

/// Files of the site that are made together: a page, or a batch of files for programs.
struct SiteUnit: Sendable {
    /// What it is known by among all of the site.
    let name: String
    /// The numbers of its inputs.
    let inputs: PackedInputs
    /// Whether making it found something, which only making it again can say again.
    let hasFindings: Bool
    /// Its files.
    let files: [WrittenFile]

    /// Whether it is a page, and not files for programs.
    var isPage: Bool { name.hasSuffix(".html") }

    /// The unit with other numbers for its inputs.
    func with(inputs: PackedInputs) -> SiteUnit {
        SiteUnit(name: name, inputs: inputs, hasFindings: hasFindings, files: files)
    }

    /// The unit with other files.
    func with(files: [WrittenFile]) -> SiteUnit {
        SiteUnit(name: name, inputs: inputs, hasFindings: hasFindings, files: files)
    }
}

/// A file of the site as it was written.
struct WrittenFile: Hashable, Sendable {
    /// The path in the output folder.
    let path: String
    /// Its content.
    let content: ContentDigest
    /// What it looked like when it was in place.
    let stamp: FileStamp
    /// Whether a change to it is sure to show in its stamp. Right after it was written it is not: times are only as fine
    /// as the system's clock ticks.
    let isSettled: Bool
}

/// Numbers of inputs in few bytes: each as its distance to the one before.
struct PackedInputs: Hashable, Sendable {
    let bytes: ArraySlice<UInt8>

    init(packed bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    init(rising numbers: [InputNumber]) {
        var writer = StateWriter()
        var previous = 0
        for number in numbers {
            writer.add(Int(number.value) - previous)
            previous = Int(number.value)
        }
        bytes = writer.bytes[...]
    }

    /// The numbers, in rising order; as many as can be read.
    var numbers: [InputNumber] {
        var numbers: [InputNumber] = []
        _ = allSatisfy { number in
            numbers.append(number)
            return true
        }
        return numbers
    }

    /// Whether all numbers satisfy a condition; false when the bytes are not what they should be.
    func allSatisfy(_ condition: (InputNumber) -> Bool) -> Bool {
        var reader = StateReader(bytes)
        var number = 0
        while !reader.isAtEnd {
            guard let distance = try? reader.number() else { return false }
            number &+= distance
            if !condition(InputNumber(number)) { return false }
        }
        return true
    }
}
