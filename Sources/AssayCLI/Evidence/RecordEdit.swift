import Files
import Newsroom

/// An edit of a record's front matter by a command: it is written, or a person is asked to.
struct RecordEdit {
    let folder: FileTree
    let console: Console

    /// Writes a record's file.
    /// - Parameters:
    ///   - edited: the file with the edit; nil where its front matter has a form that is not edited.
    ///   - outcome: what is said when it is written, behind the file's path.
    /// - Returns: false where a person has to write the lines, which the caller shows.
    func write(_ edited: [UInt8]?, to document: any CapturedDocument, saying outcome: String) -> Bool {
        let path = document.file.path
        guard let edited else {
            console.say("the front matter of \(path) is not edited; write these lines into it:")
            return false
        }
        do throws(FileProblem) {
            guard try folder.contents(of: path, limit: edited.count * 2) == document.file.bytes else {
                throw .system("it was changed meanwhile")
            }
            try StoredFile.replace(folder.root + "/" + path, with: edited)
            console.say("\(path) \(outcome)")
            return true
        } catch {
            console.say("\(path) cannot be written: \(error); write these lines into it:")
            return false
        }
    }
}
