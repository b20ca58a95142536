using System.Globalization;

namespace PkceAnalyzers.Benchmarks;

/// <summary>What a code base costs.</summary>
/// <param name="Bound">To bind it, without any analyzer.</param>
/// <param name="Empty">The same with an analyzer that does nothing.</param>
/// <param name="Analyzed">The same with ours.</param>
/// <param name="Callbacks">Milliseconds in our own callbacks.</param>
sealed record Measurement(string Name, int Lines, int Findings, Cost Bound, Cost Empty, Cost Analyzed, double Callbacks)
{
    public const string Header = """
        | code | lines | findings | binding | own time | added | empty analyzer adds | allocated |
        |---|---:|---:|---:|---:|---:|---:|---:|
        """;

    public string Row =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {Name} | {Lines:N0} | {Findings} | {Bound.Milliseconds:N0} ms, {Bound.Megabytes:N0} MB "
                + $"| {Callbacks / Bound.Milliseconds:P1} | {Added(Analyzed):P1} | {Added(Empty):P1} "
                + $"| {Analyzed.Megabytes / Bound.Megabytes:F2} × |"
        );

    double Added(Cost cost) => cost.Milliseconds / Bound.Milliseconds - 1;

    public static Measurement operator +(Measurement one, Measurement other) =>
        new(
            one.Name,
            one.Lines + other.Lines,
            one.Findings + other.Findings,
            one.Bound + other.Bound,
            one.Empty + other.Empty,
            one.Analyzed + other.Analyzed,
            one.Callbacks + other.Callbacks
        );
}
