import Files

/// Runs a program that captures a page, such as a browser: without a shell, in an empty folder, for a limited time.
package enum OutsideCrawler {
    /// A reason why there is no capture.
    package enum Problem: Error, Hashable, Sendable {
        /// The program could not be run.
        case program(String)
        /// The program failed; with the end of what it wrote.
        case failed(String)
        /// The program was still running when its time was up.
        case tooSlow(Int)
        /// The program left no file that could be imported.
        case nothing
        /// The folder could not be used.
        case folder(FileProblem)
    }

    /// A file that a program left.
    package struct File: Sendable {
        /// The path, in the program's folder.
        package let path: String
        /// The content.
        package let bytes: [UInt8]
    }

    /// What can be imported, best first.
    private static let endings = [".wacz", ".warc.gz", ".warc", ".html", ".htm", ".pdf", ".png"]
    /// The largest file, in bytes.
    private static let sizeLimit = 512 * 1024 * 1024

    /// Runs a command.
    /// - Parameters:
    ///   - words: the program and its arguments, with `{url}` and `{out}` in the places of the address and the folder.
    ///   - seconds: the time that it may take.
    /// - Returns: the best file that it left.
    package static func run(_ words: CommandWords, url: String, seconds: Int) async throws(Problem) -> File {
        let scratch: ScratchFolder
        do throws(FileProblem) { scratch = try ScratchFolder() } catch { throw .folder(error) }
        defer { scratch.removeAll() }
        let name = "capture"
        let out: String
        do throws(FileProblem) { out = try scratch.makeFolder(name) } catch { throw .folder(error) }
        let filled: [String]
        do throws(CommandWords.Problem) {
            filled = try words.filled(url: url, out: out)
        } catch {
            throw .program("\(error)")
        }
        let outcome = try await outcome(of: filled, in: out, seconds)
        guard outcome.isSuccess else {
            throw .failed((outcome.errors + outcome.output).lastLines(3))
        }
        do throws(FileProblem) {
            let tree = try FileTree(root: scratch.path)
            // What lies deeper is the program's own, such as a browser's profile.
            let files = tree.files(below: name).filter { $0.problem == nil }
                .sorted { $0.path.split(separator: "/").count < $1.path.split(separator: "/").count }
            for ending in endings {
                guard let entry = files.first(where: { $0.path.lowercased().hasSuffix(ending) }) else {
                    continue
                }
                return File(
                    path: String(entry.path.dropFirst(name.count + 1)),
                    bytes: try tree.contents(of: entry, limit: sizeLimit)
                )
            }
        } catch {
            throw .folder(error)
        }
        throw .nothing
    }

    private static func outcome(
        of words: [String],
        in folder: String,
        _ seconds: Int
    ) async throws(Problem) -> Program.Outcome {
        let result = await withTaskGroup(of: Result<Program.Outcome, Problem>?.self) { group in
            group.addTask {
                do throws(Program.Problem) {
                    return .success(
                        try await Program.run(
                            words[0],
                            Array(words.dropFirst()),
                            in: folder,
                            outputLimit: 16 << 20
                        )
                    )
                } catch {
                    return .failure(.program("\(error)"))
                }
            }
            group.addTask {
                try? await Task.sleep(for: .seconds(seconds))
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        guard let result else { throw .tooSlow(seconds) }
        return try result.get()
    }
}

extension String {
    fileprivate func lastLines(_ count: Int) -> String {
        split(whereSeparator: \.isNewline).suffix(count).joined(separator: "; ")
    }
}

extension OutsideCrawler.Problem: CustomStringConvertible {
    /// What happened, as a sentence without a full stop.
    package var description: String {
        switch self {
        case .program(let reason): reason
        case .failed(let lines): "the program failed" + (lines.isEmpty ? "" : ": \(lines)")
        case .tooSlow(let seconds): "the program was not done after \(seconds) seconds and was ended"
        case .nothing:
            "the program left no .wacz, .warc.gz, .warc, .html, .pdf or .png in its folder `{out}`"
        case .folder(let problem): "its folder cannot be used: \(problem)"
        }
    }
}
