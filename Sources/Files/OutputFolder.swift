#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The reason why an output folder cannot be used.
package enum OutputProblem: Error, Hashable, Sendable {
    /// The folder holds files that no build wrote; one is named.
    case notOurs(example: String)
    /// The folder holds a site with another address than this newsroom's.
    case otherSite(there: String, ours: String)
    /// The folder overlaps the newsroom's own files, or a link leads to it: the reason.
    case misplaced(String)
    /// Another build holds the folder's lock.
    case busy
    /// A file could not be written or removed: its path in the folder, and the reason.
    case file(String, FileProblem)
}

extension OutputProblem: CustomStringConvertible {
    /// The problem in one sentence without a full stop.
    package var description: String {
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

/// The folder that a build writes. It must be empty or written by earlier builds, whose old files are
/// removed.
///
/// Opening it takes a lock, so that one build at a time uses the folder, and completes an interrupted build.
/// The files that builds wrote are listed in the folder's own `.assay/`.
///
///     let folder = try OutputFolder(path: "_site", root: newsroom, protected: ["content"])
///     defer { folder.release() }
///     try await folder.transaction(site: "https://example.org/") { (writer) throws(OutputProblem) in
///         try writer.write("index.html", html)
///         try writer.commit()
///     }
package struct OutputFolder: Sendable {
    /// The folder's path, absolute.
    package let path: String
    /// The paths of the files that earlier builds wrote.
    package var known: Set<String> { record?.paths ?? [] }
    /// The record of earlier builds; nil if there were none.
    let record: OutputRecord?
    /// The open folder.
    let folder: OpenFolder
    /// Whether everyone may read the files: true for a site, false for drafts.
    let isPublic: Bool
    private let stateFile: BuildStateFile
    /// The folders that were created for it, parents first.
    private let made: [String]

    /// Opens and locks a folder for output, and creates it if missing.
    /// - Parameters:
    ///   - path: the folder; relative to the current folder unless absolute.
    ///   - root: the newsroom's folder, whose `.assay/` holds the build state.
    ///   - protected: folders of the newsroom that must not be written to, such as `content`.
    ///   - isPublic: whether everyone may read the written files, whatever the umask.
    package init(
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

    /// Locks a folder, completes or undoes an interrupted build, and makes sure that builds may write there.
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

    /// The writer of a new build's files.
    /// - Parameters:
    ///   - site: the site's address.
    ///   - isOurs: whether the build state shows that this newsroom wrote the folder.
    package func writer(site: String, isOurs: Bool = false) throws(OutputProblem) -> OutputWriter {
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

    /// Runs a build's writing: what `body` does not commit is discarded, however it ends.
    ///
    /// - Parameters:
    ///   - site: the site's address.
    ///   - isOurs: whether the build state shows that this newsroom wrote the folder.
    package func transaction<Result>(
        site: String,
        isOurs: Bool = false,
        _ body: (OutputWriter) async throws(OutputProblem) -> Result
    ) async throws(OutputProblem) -> Result {
        let writer = try writer(site: site, isOurs: isOurs)
        defer { writer.discard() }
        return try await body(writer)
    }

    /// Releases the lock. A folder that was created and is empty is removed.
    package func release() {
        folder.unlock()
        for path in made.reversed() { rmdir(path) }
    }

    /// The state that the last build into the folder saved; nil if there is none.
    package func state(limit: Int) -> [UInt8]? { stateFile.contents(limit: limit) }

    /// Saves the state for the next build.
    package func keepState(_ bytes: [UInt8]) throws(FileProblem) { try stateFile.replace(with: bytes) }

    /// The stamp of the record in the folder; nil if there is none.
    ///
    /// A build state that names this stamp was saved on this computer, after the build that wrote the record:
    /// no copy or clone has the file's change time.
    package var recordStamp: FileStamp? {
        folder.information(of: "\(OutputRecord.folder)/\(OutputRecord.name)".cName).map(FileStamp.init)
    }

    /// Makes a folder and its parents.
    static func makeFolders(_ path: String) throws(FileProblem) {
        var current = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            current += "/" + part
            if mkdir(current, 0o755) != 0, errno != EEXIST { throw FileProblem.last() }
        }
    }
}
