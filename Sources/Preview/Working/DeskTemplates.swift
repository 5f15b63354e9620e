import Diagnostics
import Mustache

/// The templates and files of the desk's pages.
enum DeskTemplates {
    /// The templates. A test holds their findings at none.
    static let library = TemplateLibrary([
        "desk-frame": file("desk-frame.html", PackageResources.desk_frame_html),
        "desk-work": file("desk-work.html", PackageResources.desk_work_html),
        "desk-row": file("desk-row.html", PackageResources.desk_row_html),
        "desk-rows": file("desk-rows.html", PackageResources.desk_rows_html),
        "desk-records": file("desk-records.html", PackageResources.desk_records_html),
        "desk-claim": file("desk-claim.html", PackageResources.desk_claim_html),
        "desk-steps": file("desk-steps.html", PackageResources.desk_steps_html),
        "desk-changes": file("desk-changes.html", PackageResources.desk_changes_html),
        "desk-words": file("desk-words.html", PackageResources.desk_words_html),
        "desk-readers": file("desk-readers.html", PackageResources.desk_readers_html),
        "desk-edit": file("desk-edit.html", PackageResources.desk_edit_html),
        "desk-findings": file("desk-findings.html", PackageResources.desk_findings_html),
        "desk-new": file("desk-new.html", PackageResources.desk_new_html),
        "desk-record": file("desk-record.html", PackageResources.desk_record_html),
        "desk-field": file("desk-field.html", PackageResources.desk_field_html),
        "desk-group": file("desk-group.html", PackageResources.desk_group_html),
        "desk-text": file("desk-text.html", PackageResources.desk_text_html),
        "desk-lost": file("desk-lost.html", PackageResources.desk_lost_html),
    ])

    private static func file(_ name: String, _ bytes: [UInt8]) -> SourceFile {
        SourceFile(path: name, bytes: bytes)
    }

    /// The fields of every page. The token is part of the address, so a page never says where it was opened from: `origin` sends no path.
    static let headers = [
        "Content-Type": MediaType.header(for: "index.html"),
        "Referrer-Policy": "origin",
        "Content-Security-Policy":
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ]

    /// A style sheet or a script, by the parts of its path behind the token; nil if it is none.
    static func asset(_ parts: [String]) -> HTTPResponse? {
        switch parts {
        case ["desk.css"]: .file("desk.css", PackageResources.desk_css)
        case ["work.css"]: .file("work.css", PackageResources.work_css)
        case ["desk.js"]: .file("desk.js", PackageResources.desk_js)
        case ["icon.svg"]: .file("icon.svg", PackageResources.icon_svg)
        default: nil
        }
    }
}
