import Diagnostics
import Files

/// What loading found: the graph, where there is one, and everything that is wrong with the files.
package struct LoadedNewsroom: Sendable {
    /// The graph of all records that could be read; nil when there are no usable settings.
    package let newsroom: Newsroom?
    /// What is wrong with the files, in the order of the files.
    package let diagnostics: [Diagnostic]
    /// All files that were read, by path, for printers that show lines.
    package let files: [String: SourceFile]
    /// The files that go out as they are.
    package let statics: StaticFiles
}

extension LoadedNewsroom {
    /// What was loaded, with another graph, and with more findings and files.
    package func replacing(
        _ newsroom: Newsroom,
        adding diagnostics: [Diagnostic],
        _ files: [String: SourceFile]
    ) -> LoadedNewsroom {
        LoadedNewsroom(
            newsroom: newsroom,
            diagnostics: (self.diagnostics + diagnostics).sorted(),
            files: self.files.merging(files) { record, _ in record },
            statics: statics
        )
    }

    private init(
        newsroom: Newsroom,
        diagnostics: [Diagnostic],
        files: [String: SourceFile],
        statics: StaticFiles
    ) {
        self.newsroom = newsroom
        self.diagnostics = diagnostics
        self.files = files
        self.statics = statics
    }

    /// Decodes and links records from files in memory; paths as in the newsroom's folder.
    package init(decoding files: [SourceFile]) {
        let statics = StaticFiles(in: files)
        let records = files.filter { !$0.path.hasPrefix(StaticFiles.folder + "/") }
        let outcomes = records.sorted { $0.path < $1.path }.map { file in
            switch FileIntake.accept(file) {
            case .success(let accepted): RecordOutcome(decoding: accepted)
            case .failure(let failure): RecordOutcome(path: file.path, failure: failure)
            }
        }
        self.init(outcomes, listing: [], in: nil, statics)
    }

    /// Links what came of files.
    /// - Parameters:
    ///   - listing: the findings on files that are not read.
    ///   - tree: where the files are, to see why there are no settings; nil for files in memory.
    ///   - statics: the files that go out as they are, where they are in memory.
    init(
        _ outcomes: [RecordOutcome],
        listing: [Diagnostic],
        in tree: FileTree?,
        _ statics: StaticFiles = .none
    ) {
        var shelf = RecordShelf(fileCount: outcomes.count)
        for index in outcomes.indices { shelf.add(outcomes[index]) }
        var listing = listing
        if !shelf.hasSettingsFile {
            let missing = MissingSettings.diagnostic(in: tree)
            shelf.diagnostics.append(missing)
            // A file that seems to be the settings is not misplaced, but misnamed.
            if let other = missing.span?.file { listing.removeAll { $0.span?.file == other } }
        }
        for diagnostic in listing {
            if let key = diagnostic.span.flatMap({ FileListing.intendedKey(of: $0.file) }) { shelf.miss(key) }
        }
        shelf.diagnostics += shelf.formerIDFindings
        self.statics = tree.map { StaticFiles.read(from: $0) } ?? statics
        newsroom = shelf.newsroom
        diagnostics = (listing + shelf.diagnostics + self.statics.diagnostics).sorted()
        files = shelf.files
    }
}
