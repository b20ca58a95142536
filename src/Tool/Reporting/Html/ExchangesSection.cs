using PkceAnalyzers.Tool.Inspecting;
using PkceAnalyzers.Tool.Scanning;

namespace PkceAnalyzers.Tool.Reporting.Html;

/// <summary>Each exchange as a drawing, and beside it the same steps as text, with the code.</summary>
static class ExchangesSection
{
    public static Fragment Of(ScanResult result) =>
        Fragment.Of(
            $"""
            <section aria-labelledby="exchanges"><h2 id="exchanges">Exchanges</h2>
            <p class="legend">✓ as it has to be, <b>✗ missing</b> or <b>✗ broken</b>, ? not known;
            steps without a sign have no part in PKCE.</p>
            {DrawnExchange.Of(result).Select((exchange, index) => Figure(exchange, index + 1, result))}
            </section>
            """
        );

    static Fragment Figure(DrawnExchange exchange, int number, ScanResult result)
    {
        var steps = ExchangeSteps.Of(exchange);
        return Fragment.Of(
            $"""
            <article class="exchange" aria-labelledby="exchange-{number}">
            <h3 id="exchange-{number}">{number} {exchange.Name} <span class="project">{exchange.Project}</span></h3>
            <div class="sides">{SequenceDrawing.Of(steps, number, exchange.Name)}
            <ol>{steps.Select(step => Item(step, result))}</ol></div></article>

            """
        );
    }

    static Fragment Item(Step step, ScanResult result)
    {
        var parties = step.From == step.To ? $"{step.From}" : $"{step.From} to {step.To}";
        return Fragment.Of(
            $"""
            <li>{parties}: {step.Text}{Mark(step)}
            {step.Requests.Select(request => Request(request, result))}
            {step.Findings.Select(finding => FindingsSection.Finding(finding, result))}</li>

            """
        );
    }

    static Fragment Mark(Step step)
    {
        var name = SequenceDrawing.Name(step.Mark);
        return step.Mark == StepMark.None ? Fragment.Empty : Fragment.Of($""" <strong class="mark {name}">{name}</strong> {step.Note}""");
    }

    static Fragment Request(SeenRequest request, ScanResult result) =>
        Fragment.Of(
            $"""
            <details><summary>{request.Member} {FindingsSection.At(request.Place, result)}</summary>
            <pre><code>{request.Code}</code></pre>
            <dl>{request.Parameters.Select(Parameter)}{request.Open.Select(Open)}</dl></details>
            """
        );

    static Fragment Parameter(SeenParameter parameter)
    {
        var values = string.Join(" or ", parameter.Values) + (parameter.IsAlways ? "" : ", on some paths");
        return Fragment.Of($"<dt>{parameter.Name}</dt><dd>{values}</dd>\n");
    }

    static Fragment Open(SeenCode code) => Fragment.Of($"<dt>and what may be added by</dt><dd>{code.Text}</dd>\n");
}
