## Questions beforehand, in the set-up of a round.

part-self_check = Questions beforehand
part-self_check-intro = Who is in doubt can answer a few questions before writing. Nobody sees the answers. Questions that do not fit what you ask do not stand here. You can also make questions of your own.
setup-self-check = These questions are there
setup-self-check-text = Own question { $number } (to answer with yes or no)
setup-self-check-advice = What can one do when the answer to own question { $number } is no?
setup-self-check-no-text = Write the question too, or take the advice away.
setup-self-check-no-advice = Write too what one can do when the answer is no.
change-self_check = The questions beforehand differ.
journal-word-self_check = questions beforehand
