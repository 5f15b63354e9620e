#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Why an output folder cannot be used.
public enum OutputProblem: Error, Hashable, Sendable {
    /// The folder holds files that no build wrote: one of them.
    case notOurs(example: String)
    /// The folder holds the site of another address than this newsroom's.
    case otherSite(there: String, ours: String)
    /// The folder would swallow the newsroom's own files, or a link leads to it: the reason.
    case misplaced(String)
    /// Another build is writing into the folder.
    case busy
    /// A file could not be written or removed: its path in the folder, and why.
    case file(String, FileProblem)
}

extension OutputProblem: CustomStringConvertible {
    /// What is wrong, in one sentence without a full stop.
    public var description: String {
        switch self {
        case .notOurs(let example):
            "the output folder holds `\(example)`, which no build wrote"
        case .otherSite(let there, let ours):
            "the output folder holds the site of \(there), and this newsroom's address is \(ours)"
        case .misplaced(let reason): reason
        case .busy: "another build is writing into the output folder"
        case .file(let path, let problem): "`\(path)` cannot be written: \(problem)"
        }
    }
}

/// The folder that a build writes: ours or empty, and never left with files of an earlier build.
///
/// Opening it locks it, so that one build at a time reads and writes there, and brings an interrupted build to its end. What builds wrote
/// is listed in the folder's own `.assay/`.
public struct OutputFolder: Sendable {
    /// The folder's path, absolute.
    public let path: String
    /// The files that earlier builds wrote.
    public var known: Set<String> { record?.paths ?? [] }
    /// The record of earlier builds; nil when there were none.
    let record: OutputRecord?
    /// The folder, held open.
    let folder: OpenFolder
    /// Whether everyone may read the files: a site is for readers, and drafts are not.
    let isPublic: Bool
    private let stateFile: BuildStateFile
    /// The folders that were made for it, those above before those below.
    private let made: [String]

    /// Takes a folder for output, and makes it when there is none.
    /// - Parameters:
    ///   - path: the folder; relative to the current folder unless absolute.
    ///   - root: the newsroom's folder; what the next build can use goes into its `.assay/`.
    ///   - protected: folders of the newsroom that must not be written to, such as `content`.
    ///   - isPublic: whether everyone may read what is written, whatever the umask says.
    public init(
        path: String,
        root: String,
        protected: [String],
        isPublic: Bool = true
    ) throws(OutputProblem) {
        let place = try OutputPlace(path, root: root, protected: protected + [OutputRecord.folder])
        stateFile = BuildStateFile(root: root, place: place)
        try stateFile.requireNoLinks()
        self.path = place.path
        self.isPublic = isPublic
        var made: [String] = []
        do throws(OutputProblem) {
            do throws(FileProblem) { folder = try place.open(&made) } catch { throw .file(place.path, error) }
            record = try Self.prepare(folder)
        } catch {
            for path in made.reversed() { rmdir(path) }
            throw error
        }
        self.made = made
    }

    /// Locks a folder, ends what an interrupted build began, and makes sure that builds may write there.
    /// - Returns: the record of earlier builds.
    private static func prepare(_ folder: OpenFolder) throws(OutputProblem) -> OutputRecord? {
        guard folder.lock() else { throw .busy }
        let own: OpenFolder?
        do throws(FileProblem) { own = try folder.folder(OutputRecord.folder.cName) } catch {
            guard error == .missing else { throw .file(OutputRecord.folder, error) }
            own = nil
        }
        if let own {
            try OutputSwitch(in: folder, own: own).resume()
            if let record = OutputRecord(in: own), !record.paths.isEmpty { return record }
        }
        let names: [[CChar]]
        do throws(FileProblem) { names = try folder.names() } catch { throw .file("", error) }
        if let stranger = names.first(where: { $0 != OutputRecord.folder.cName }) {
            throw .notOurs(
                example: String(decoding: stranger.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
            )
        }
        return nil
    }

    /// Begins a build: what writes its files.
    /// - Parameters:
    ///   - site: the site's address.
    ///   - isOurs: whether it is known already that this newsroom's builds wrote the folder.
    public func writer(site: String, isOurs: Bool = false) throws(OutputProblem) -> OutputWriter {
        if let record, record.site != site, !isOurs { throw .otherSite(there: record.site, ours: site) }
        do throws(FileProblem) {
            if isPublic {
                for path in made where chmod(path, StagingFolder.folderMode) != 0 { throw FileProblem.last() }
            }
            let own = try folder.folder(OutputRecord.folder.cName, making: true)
            let staging = try StagingFolder(in: own, isPublic: isPublic)
            return OutputWriter(folder: self, own: own, staging: staging, site: site)
        } catch {
            throw .file(OutputRecord.folder, error)
        }
    }

    /// Lets other builds write into the folder. One that was made and stayed empty is removed.
    public func release() {
        folder.unlock()
        for path in made.reversed() { rmdir(path) }
    }

    /// What the last build into the folder left for the next one; nil when there is nothing.
    public func state(limit: Int) -> [UInt8]? { stateFile.contents(limit: limit) }

    /// Leaves something for the next build.
    public func keepState(_ bytes: [UInt8]) throws(FileProblem) { try stateFile.replace(with: bytes) }

    /// The stamp of the record in the folder; nil when there is none.
    ///
    /// A state that names it was kept on this computer, after the build that wrote the record: the time of a file's last change
    /// is the system's, and does not come with a clone.
    public var recordStamp: FileStamp? {
        folder.information(of: "\(OutputRecord.folder)/\(OutputRecord.name)".cName).map(FileStamp.init)
    }

    /// Makes a folder and those above it.
    static func makeFolders(_ path: String) throws(FileProblem) {
        var current = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            current += "/" + part
            if mkdir(current, 0o755) != 0, errno != EEXIST { throw FileProblem.last() }
        }
    }
}
