namespace PkceAnalyzers.Tool.Reporting.Html;

/// <summary>Draws a sequence as SVG: a line of life for each party, an arrow for each step.</summary>
static class SequenceDrawing
{
    const int Width = 680,
        Lane = 160,
        Top = 44,
        Row = 40,
        Loop = 26;

    /// <param name="number">Tells the drawing from others of the page.</param>
    /// <param name="title">What is drawn.</param>
    public static Fragment Of(IReadOnlyList<Step> steps, int number, string title)
    {
        var height = Top + steps.Count * Row + 12;
        return Fragment.Of(
            $"""
            <svg class="sequence" viewBox="0 0 {Width} {height}" role="img" aria-labelledby="drawing-{number}">
            <title id="drawing-{number}">{title}: {Summary(steps)}</title>
            <g aria-hidden="true">{Enum.GetValues<Party>().Select(party => Line(party, height))}{steps.Select(Arrow)}</g>
            </svg>

            """
        );
    }

    static string Summary(IReadOnlyList<Step> steps)
    {
        var marked = steps
            .Select((step, index) => (step, Number: index + 1))
            .Where(one => one.step.Mark is not (StepMark.None or StepMark.Right))
            .Select(one => $"step {one.Number}, {one.step.Text}, is {Name(one.step.Mark)}")
            .ToList();
        return marked.Count == 0 ? "all steps are as they have to be" : string.Join("; ", marked);
    }

    /// <summary>The mark in a word.</summary>
    public static string Name(StepMark mark) => mark.ToString().ToLowerInvariant();

    static int At(Party party) => Lane / 2 + (int)party * Lane;

    static Fragment Line(Party party, int height) =>
        Fragment.Of(
            $"""
            <rect class="party" x="{At(party) - 46}" y="4" width="92" height="26" rx="5"/>
            <text class="party-name" x="{At(party)}" y="21">{party.ToString()}</text>
            <line class="life" x1="{At(party)}" y1="30" x2="{At(party)}" y2="{height}"/>
            """
        );

    static Fragment Arrow(Step step, int index)
    {
        var (from, to, y) = (At(step.From), At(step.To), Top + index * Row + 24);
        var path = from == to ? $"M{from} {y - 8}h{Loop}v12h-{Loop - 2}" : $"M{from} {y}H{to}";
        var (head, at) = (from > to || from == to ? 1 : -1, from == to ? y + 4 : y);
        var middle = from == to ? from + Loop + 8 : (from + to) / 2;
        return Fragment.Of(
            $"""
            <g class="step {Name(step.Mark)}"><path class="arrow" d="{path}"/><path class="head" d="M{to} {at}l{9 * head} -4v8z"/>
            <text class="{(from == to ? "beside" : "above")}" x="{middle}" y="{(from == to ? y + 2 : y - 7)}">{Label(
                step,
                index
            )}</text></g>
            """
        );
    }

    /// <summary>The sign says without colours what the mark is.</summary>
    static string Label(Step step, int index) =>
        $"{index + 1} {step.Text}"
        + step.Mark switch
        {
            StepMark.Right => " ✓",
            StepMark.Missing => " ✗ missing",
            StepMark.Broken => " ✗ broken",
            StepMark.Unknown => " ?",
            _ => "",
        };
}
