using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Reporting.Html;

/// <summary>A step of an exchange as it is drawn.</summary>
/// <param name="From">Who makes it.</param>
/// <param name="To">Whom it reaches; the same party for what it does by itself.</param>
/// <param name="Text">What is sent or done; never text of the scanned code.</param>
sealed record Step(StepKind Kind, Party From, Party To, string Text)
{
    public StepMark Mark { get; init; }

    /// <summary>What is wrong or not known, in a few words.</summary>
    public string Note { get; init; } = "";

    /// <summary>Where the code does it.</summary>
    public IReadOnlyList<Inspecting.SeenRequest> Requests { get; init; } = [];

    /// <summary>What was found at it.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
