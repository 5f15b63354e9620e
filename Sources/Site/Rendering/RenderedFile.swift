import Addresses
import Diagnostics

/// A file of the site, ready to be written.
package struct RenderedFile: Sendable {
    /// The file's address and its path in the output folder.
    package let route: Route
    /// The file's content.
    package let content: FileContent
    /// The file's dependencies, ascending; empty for files from the theme alone.
    package let inputs: [InputNumber]
    /// The diagnostics of rendering it.
    package let diagnostics: [Diagnostic]
    /// The name of the unit in which the file is rebuilt: a batch's name, or the file's own path.
    package let unit: String

    /// Makes a file.
    package init(
        route: Route,
        content: FileContent,
        inputs: [InputNumber] = [],
        diagnostics: [Diagnostic] = [],
        unit: String? = nil
    ) {
        self.unit = unit ?? route.path
        self.route = route
        self.content = content
        self.inputs = inputs
        self.diagnostics = diagnostics
    }

    /// Makes a file of bytes.
    package init(
        route: Route,
        bytes: [UInt8],
        inputs: [InputNumber] = [],
        diagnostics: [Diagnostic] = [],
        unit: String? = nil
    ) {
        self.init(
            route: route,
            content: .whole(bytes),
            inputs: inputs,
            diagnostics: diagnostics,
            unit: unit
        )
    }

    /// The same file with its dependencies.
    func made(from inputs: [InputNumber]) -> RenderedFile {
        RenderedFile(route: route, content: content, inputs: inputs, diagnostics: diagnostics, unit: unit)
    }

    /// The file's complete bytes.
    package var bytes: [UInt8] { content.bytes }
}
