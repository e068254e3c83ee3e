// One sentence about what was typed, above the question field; read out when it appears.
const paint = () => {
  const notice = element.querySelector(".notice");
  notice.hidden = !props.value;
  notice.textContent = props.value ?? "";
};
paint();
watch("value", paint);
