using System.Globalization;
using PkceAnalyzers.Equivalence.Tests.Rewrites;

namespace PkceAnalyzers.Equivalence.Tests;

/// <summary>Which programs are rewritten, and how.</summary>
sealed record TableOptions
{
    /// <summary>One program of so many is rewritten.</summary>
    public int Every { get; init; } = 1;

    public int Seed { get; init; }

    /// <summary>How many rewrites are made one after the other.</summary>
    public int Depth { get; init; } = 1;

    public string Rewrite { get; init; } = "";

    public string Program { get; init; } = "";

    /// <summary>Whether the rewritten programs of holes are printed.</summary>
    public bool Show { get; init; }

    /// <summary>Folders of programs beside those of the tests.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    public static TableOptions Read(ReadOnlySpan<string> arguments) => arguments switch
    {
        [] => new(),
        ["--every", var number, .. var rest] => Read(rest) with { Every = Number(number) },
        ["--seed", var number, .. var rest] => Read(rest) with { Seed = Number(number) },
        ["--depth", var number, .. var rest] => Read(rest) with { Depth = Number(number) },
        ["--rewrite", var name, .. var rest] => Read(rest) with { Rewrite = name },
        ["--program", var name, .. var rest] => Read(rest) with { Program = name },
        ["--show", .. var rest] => Read(rest) with { Show = true },
        [var folder, .. var rest] => Read(rest).With(folder),
    };

    public IEnumerable<(ProgramOfTests Program, IReadOnlyList<Rewrite> Rewrites)> Pick(IReadOnlyList<ProgramOfTests> programs, IReadOnlyList<Rewrite> rewrites)
    {
        var random = new Random(Seed);
        foreach (var program in programs)
        {
            foreach (var rewrite in rewrites.Where(rewrite => rewrite.Name.Contains(Rewrite, StringComparison.OrdinalIgnoreCase)))
            {
                Rewrite[] chain = [rewrite, .. Enumerable.Range(1, Depth - 1).Select(_ => rewrites[random.Next(rewrites.Count)])];
                if (random.Next(Every) == 0)
                    yield return (program, chain);
            }
        }
    }

    TableOptions With(string folder) => this with { Folders = [folder, .. Folders] };

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
