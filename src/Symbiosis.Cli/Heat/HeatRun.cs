using Symbiosis.Api.Errors;
using Symbiosis.Api.Reading;
using Symbiosis.Api.Writing;
using Symbiosis.Cli.Heat.Rendering;
using Symbiosis.Cli.Rendering;
using Symbiosis.Cli.Servers;
using Symbiosis.Cli.Wording;
using Symbiosis.Domain.Parks;
using Symbiosis.Domain.Validation;
using Symbiosis.Pinch.Questions;

namespace Symbiosis.Cli.Heat;

/// <summary>One run of <c>heat</c>, in this process or on a server: read, target, draw, show.</summary>
internal sealed class HeatRun(HeatRequest request, ServerAddress? server, Language language, CliEnvironment environment)
{
    /// <summary>Runs it.</summary>
    /// <exception cref="BadInputException">A file cannot be used.</exception>
    /// <exception cref="ServerException">The server refused, failed or is not there.</exception>
    public ExitCode Run()
    {
        var input = new HeatInput(request, language, environment.WorkingFolder);
        using var stop = new CancellationTokenSource();
        using var watch = environment.WatchStop(stop.Cancel);
        try
        {
            var result = server is null || input.IsBroken ? Here(input, stop.Token) : There(server, input, stop.Token);
            if (result is null) return ExitCode.BadInput;
            Show(result);
            return ExitCode.Ok;
        }
        catch (ServerException refusal) when (refusal.Violations.Count > 0)
        {
            Tell(input, refusal.Violations);
            if (refusal.OmittedCount > 0) environment.Error.WriteLine(ServerMessages.Omitted.In(language, refusal.OmittedCount));
            return refusal.Code;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCode.StoppedAtLimit;
        }
    }

    private HeatResult? Here(HeatInput input, CancellationToken stop)
    {
        var read = input.Read();
        var isValid = read.IsValid && !input.IsBroken;
        Tell(input, read.Violations);
        if (!isValid || read.Value is not { } question) return null;
        return new HeatResult(HeatAnswerWriter.Write(HeatAnswer.Of(question, stop), read.Violations), question.Park?.Time);
    }

    private HeatResult There(ServerAddress address, HeatInput input, CancellationToken stop)
    {
        if (address.SendsKeyInCleartext) environment.Error.WriteLine(ServerMessages.KeyInCleartext.In(language, address));
        var answer = new ServerHeat(address).TargetAsync(input.Message, stop).GetAwaiter().GetResult();
        Tell(input, [.. answer.Warnings.Select(RichErrorReader.Warning)]);

        // For the name of the horizon only: what the server accepted is not judged again.
        TimeStructure? time = request.IsJson || input.Message.Park is null ? null : ParkReader.Read(input.Message.Park).Value?.Time;
        return new HeatResult(answer, time);
    }

    private void Show(HeatResult result)
    {
        var drawn = request.SvgFolder is { } folder ? ChartFiles.Write(folder, result.Answer) : 0;
        result.Answer.Charts.Clear();
        if (request.IsJson)
        {
            environment.Output.WriteLine(HeatAnswerWriter.WriteJson(result.Answer));
            environment.Output.Flush();
        }
        else
        {
            var page = new Page(environment.Width, !environment.IsOutputRedirected);
            HeatReport.AddTo(page, result, language);
            page.WriteTo(environment.Output);
        }

        if (request.SvgFolder is { } written) environment.Error.WriteLine(HeatMessages.WroteCharts.In(language, drawn, written));
    }

    private void Tell(HeatInput input, IReadOnlyList<Violation> found)
    {
        foreach (var (path, violations) in input.Place(found))
        {
            if (violations.Count == 0) continue;
            var page = new Page(environment.Width, !environment.IsErrorRedirected);
            page.Line(violations.Any(violation => violation.Severity == Severity.Error) ? Messages.NotValid.In(language, path) : path);
            ViolationTable.AddTo(page, violations, language);
            page.WriteTo(environment.Error);
        }
    }
}
