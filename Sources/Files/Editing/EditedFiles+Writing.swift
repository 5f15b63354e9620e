extension EditedFiles {
    /// Writes everything to the disk.
    ///
    /// New texts are complete beside the files before the first of them gets its name. When that fails, the files that have
    /// their names already are put back.
    /// - Throws: `.changed` when a file is not as it was when it was read, and nothing is written then.
    package func write() throws(EditProblem) {
        guard !isUnchanged else { return }
        let root: OpenFolder
        do throws(FileProblem) { root = try OpenFolder(disk.root) } catch {
            throw .unusable(disk.root, error)
        }
        guard root.lock() else { throw .busy }
        defer { root.unlock() }
        for (path, bytes) in originals.sorted(by: { $0.key < $1.key }) {
            guard let now = try? contents(of: path), now == bytes else { throw .changed(path) }
        }
        var writing = FileWriting(root)
        do throws(EditProblem) {
            for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
                try writing.stage(text, for: places[path] ?? path, as: path)
            }
            for path in removed.sorted() { try writing.setAside(path) }
            for (old, new) in places.sorted(by: { $0.key < $1.key }) { try writing.move(old, to: new) }
            try writing.commit()
        } catch {
            throw writing.takeBack(after: error)
        }
        writing.finish()
    }
}

/// The writing of several files, which can be taken back until it is finished.
private struct FileWriting {
    private struct Staged {
        let path: String
        let folder: OpenFolder
        let name: String
        var temporary: String { name + OutputWriter.temporarySuffix }
        var kept: String { name + ".assay-old.tmp" }
    }

    private let root: OpenFolder
    private var staged: [Staged] = []
    /// The files that have their new text, with the old one beside them.
    private var replaced: [Staged] = []
    private var aside: [Staged] = []
    private var moved: [(old: (OpenFolder, String), new: (OpenFolder, String), path: String)] = []

    init(_ root: OpenFolder) { self.root = root }

    /// Writes a text beside the place where it will be, with the permissions of the file that it takes the place of.
    mutating func stage(_ text: [UInt8], for path: String, as old: String) throws(EditProblem) {
        do throws(FileProblem) {
            let (folder, name) = try root.place(of: path, making: true)
            let (oldFolder, oldName) = try root.place(of: old)
            let mode = oldFolder.information(of: oldName.cName).map { $0.st_mode & 0o7777 }
            let file = Staged(path: path, folder: folder, name: name)
            try folder.create(file.temporary, with: text, mode: mode)
            staged.append(file)
        } catch {
            throw .unusable(path, error)
        }
    }

    /// Takes a file away, so that it can still come back.
    mutating func setAside(_ path: String) throws(EditProblem) {
        do throws(FileProblem) {
            let (folder, name) = try root.place(of: path)
            let file = Staged(path: path, folder: folder, name: name)
            try folder.move(name.cName, to: folder, as: file.kept.cName)
            aside.append(file)
        } catch {
            throw .unusable(path, error)
        }
    }

    /// Gives a file or a folder another path.
    mutating func move(_ old: String, to new: String) throws(EditProblem) {
        do throws(FileProblem) {
            let from = try root.place(of: old)
            let to = try root.place(of: new, making: true)
            guard to.folder.kind(of: to.name.cName) == nil else {
                throw FileProblem.system("there is a file \(new)")
            }
            try from.folder.move(from.name.cName, to: to.folder, as: to.name.cName)
            moved.append(((from.folder, from.name), (to.folder, to.name), old))
        } catch {
            throw .unusable(old, error)
        }
    }

    /// Gives all staged texts their names.
    mutating func commit() throws(EditProblem) {
        for file in staged {
            do throws(FileProblem) {
                try? file.folder.removeFile(file.kept.cName)
                // Not every file system has second names.
                if (try? file.folder.link(file.name, as: file.kept)) == nil {
                    try file.folder.move(file.name.cName, to: file.folder, as: file.kept.cName)
                }
                replaced.append(file)
                try file.folder.move(file.temporary.cName, to: file.folder, as: file.name.cName)
            } catch {
                throw .unusable(file.path, error)
            }
        }
    }

    /// Puts everything back.
    /// - Returns: the problem to report.
    func takeBack(after problem: EditProblem) -> EditProblem {
        var lost: [String] = []
        for file in staged { try? file.folder.removeFile(file.temporary.cName) }
        for file in (replaced + aside).reversed() {
            do throws(FileProblem) {
                try file.folder.move(file.kept.cName, to: file.folder, as: file.name.cName)
            } catch { lost.append(file.path) }
        }
        for move in moved.reversed() {
            do throws(FileProblem) {
                try move.new.0.move(move.new.1.cName, to: move.old.0, as: move.old.1.cName)
            } catch { lost.append(move.path) }
        }
        synchronise()
        guard !lost.isEmpty, case .unusable(_, let reason) = problem else { return problem }
        return .halfWritten(lost, reason)
    }

    /// Removes what was kept for taking back, and waits until the names are on the disk.
    func finish() {
        for file in replaced + aside { try? file.folder.removeFile(file.kept.cName) }
        synchronise()
        // A folder from which all files were moved is not left behind.
        let folders = Set(
            moved.compactMap { move in move.path.lastIndex(of: "/").map { String(move.path[..<$0]) } }
        )
        for folder in folders {
            guard let place = try? root.place(of: folder) else { continue }
            place.folder.removeEmptyFolder(place.name.cName)
        }
    }

    private func synchronise() {
        for file in replaced + aside { try? file.folder.synchronise() }
        for move in moved {
            try? move.old.0.synchronise()
            try? move.new.0.synchronise()
        }
    }
}
