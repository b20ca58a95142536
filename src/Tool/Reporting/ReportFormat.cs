namespace PkceAnalyzers.Tool.Reporting;

/// <summary>The forms that findings are written in.</summary>
enum ReportFormat
{
    /// <summary>As a compiler prints them, for people, editors and the problem matchers of CI systems.</summary>
    Text,

    /// <summary>SARIF 2.1.0, for code scanning.</summary>
    Sarif,

    /// <summary>One object of JSON a line, for scripts.</summary>
    JsonLines,

    /// <summary>Workflow commands that GitHub shows beside the changed lines of a pull request.</summary>
    GitHub,

    /// <summary>JUnit's XML, for CI systems that show test results.</summary>
    JUnit,

    /// <summary>A table, for comments and job summaries.</summary>
    Markdown,

    /// <summary>RFC 4180, for spreadsheets.</summary>
    Csv,

    /// <summary>One page, for people: findings, inventory and drawn exchanges.</summary>
    Html,
}
