using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Symbiosis.Cli.Commands;
using Symbiosis.Cli.Servers;
using Symbiosis.Cli.Wording;
using Symbiosis.Milp;
using Symbiosis.Planning;

namespace Symbiosis.Cli;

/// <summary>The program: command line in, exit code out.</summary>
internal static class CliApplication
{
    /// <summary>Runs one command. Never throws for bad input, faults or a stop: each has its exit code and its sentence on the error writer.</summary>
    public static ExitCode Run(IReadOnlyList<string> arguments, CliEnvironment environment)
    {
        var language = LanguageOption.Find(arguments);
        try
        {
            return Run(arguments, language, environment);
        }
        catch (BadInputException wrong)
        {
            environment.Error.WriteLine(wrong.Sentence(language));
            return ExitCode.BadInput;
        }
        catch (ServerException wrong)
        {
            environment.Error.WriteLine(wrong.Sentence(language));
            return wrong.Code;
        }
        catch (SolverException fault)
        {
            environment.Error.WriteLine(CommandMessages.Fault.In(language, fault.Message));
            if (fault.Kind == SolverFaultKind.NotInstalled)
                environment.Error.WriteLine(CommandMessages.EngineMissing.In(language));
            if (fault.StandardErrorTail.Trim() is { Length: > 0 } tail)
                environment.Error.WriteLine(tail);
            return ExitCode.Fault;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or PlanningFault)
        {
            environment.Error.WriteLine(CommandMessages.Fault.In(language, fault.Message));
            return ExitCode.Fault;
        }
        catch (Exception fault)
        {
            environment.Error.WriteLine(CommandMessages.UnexpectedFault.In(language, fault.GetType().Name, fault.Message));
            if (environment.ShowsStackTrace)
                environment.Error.WriteLine(fault.ToString());
            return ExitCode.Fault;
        }
    }

    private static ExitCode Run(IReadOnlyList<string> arguments, Language language, CliEnvironment environment)
    {
        var root = new RootCommand(CommandMessages.Root.In(language));
        root.Add(LanguageOption.Create(language));
        root.Add(ValidateCommand.Create(language, environment));
        root.Add(HeatCommand.Create(language, environment));
        root.Add(OptimizeCommand.Create(language, environment));
        root.Add(ExplainCommand.Create(language, environment));
        root.Add(PartnersCommand.Create(language, environment));
        root.Add(CatalogueCommand.Create(language, environment));

        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
            return Reject(parsed, language, environment);

        LanguageOption.RequireKnown(parsed);
        return (ExitCode)parsed.Invoke(new InvocationConfiguration
        {
            Output = environment.Output,
            Error = environment.Error,
            EnableDefaultExceptionHandler = false,

            // Signals are ours: the first one still prints the best plan.
            ProcessTerminationTimeout = null,
        });
    }

    private static ExitCode Reject(ParseResult parsed, Language language, CliEnvironment environment)
    {
        foreach (var error in parsed.Errors)
            environment.Error.WriteLine(CommandMessages.CommandLine.In(language, error.Message));

        var command = parsed.CommandResult;
        var path = "";
        for (var symbol = command; symbol.Parent is CommandResult parent; symbol = parent)
            path = $"{symbol.Command.Name} {path}";
        environment.Error.WriteLine(CommandMessages.SeeHelp.In(language, path));
        return ExitCode.BadInput;
    }
}
